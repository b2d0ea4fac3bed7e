"""Bulletins become articles, articles become an index, a question becomes ranked articles.

    corpus/  --sources-->  SourceFile  --extract-->  Page  --clean-->  Document
             --articles-->  Bulletin (Issue, Article)  --catalog-->  the record
             --analysis-->  terms  --engines-->  the index

    what was typed  --query-->  a tree  --engines-->  ranked ids and facet counts
                    --catalog, snippets-->  Results

Two corridors carry the values: ``build`` writes, ``search`` reads; ``library`` wires them.
"""
