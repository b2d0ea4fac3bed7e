# The part of pypdfium2 5.15 that is used.
FPDF_ERR_PASSWORD: int
FPDF_PAGEOBJ_IMAGE: int
