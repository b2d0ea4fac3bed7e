"""What kind of body is it, and to whom does it belong?"""

from indexer.organizations.describe import describe
from indexer.organizations.kinds import OTHER, kind_of

__all__ = ["OTHER", "describe", "kind_of"]
