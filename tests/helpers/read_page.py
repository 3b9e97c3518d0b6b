"""A page as a browser would take it apart."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """Text, image sources and outside references of a page; fails on unbalanced tags."""

    VOID = {"meta", "img", "br", "line", "path", "rect", "link"}

    def __init__(self, html):
        super().__init__()
        self.text, self.images, self.references, self.open = "", [], [], []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "href"):
                (self.images if value.startswith("data:image/png;base64,") else self.references).append(value)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text += " " + " ".join(data.split())
