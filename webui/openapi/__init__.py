"""What programs can ask for and what they get, in the terms of OpenAPI 3.1.

``operations`` names each address with its parameters and answers; parameters, the objects of
searches and those of other answers are written by hand in JSON beside it.
"""

from webui.openapi.document import description

__all__ = ["description"]
