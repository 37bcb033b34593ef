"""GB/T 9704-2012 《党政机关公文格式》 as Word understands it: the page, the fonts, the styles, the file."""
