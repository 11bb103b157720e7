"""Whether the structure tree of a file fits its pages, which veraPDF does not ask: every id of marked content is referenced exactly once,
every structure element is among the kids of its parent and nowhere else, and the parent tree agrees.

usage: tests/verapdf/mcids.py FILE.pdf…
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

MARKED = re.compile(rb"/MCID\s+(\d+)")


class File:
    """The objects of a file, as qpdf reads them."""

    def __init__(self, path):
        done = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", path], stdout=subprocess.PIPE, check=True)
        self.path = path
        self.objects = json.loads(done.stdout)["qpdf"][1]

    def at(self, value):
        """What `value` stands for: itself, or the object that it refers to."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            one = self.objects.get(f"obj:{value}", {"value": None})
            value = one["value"] if "value" in one else one["stream"]["dict"]
        return value

    def stream(self, reference):
        return subprocess.run(["qpdf", f"--show-object={reference.split()[0]}", "--filtered-stream-data", self.path],
                              stdout=subprocess.PIPE, check=True).stdout

    def pages(self, tree=None):
        tree = tree or self.at(self.at(self.objects["trailer"]["value"]["/Root"]))["/Pages"]
        node = self.at(tree)
        if node["/Type"] == "/Page":
            return [tree]
        return [page for kid in self.at(node["/Kids"]) for page in self.pages(kid)]


def numbers(file, node):
    """The entries of a number tree."""
    node = file.at(node)
    flat = file.at(node.get("/Nums", []))
    found = dict(zip(flat[::2], flat[1::2]))
    for kid in file.at(node.get("/Kids", [])):
        found |= numbers(file, kid)
    return found


def kids_of(file, element):
    kids = file.at(file.at(element).get("/K", []))
    return kids if isinstance(kids, list) else [file.at(element)["/K"]]


def walk(file, root):
    """What the tree holds: elements {reference: parents that list it}, marked content {(page, id): elements}, annotations likewise."""
    elements, content, annotations = (collections.defaultdict(list) for _ in range(3))

    def visit(element):
        own = file.at(element)
        for kid in kids_of(file, element):
            target = file.at(kid)
            if isinstance(target, int):
                content[own.get("/Pg"), target].append(element)
            elif target is None:
                elements[kid].append(element)
            elif target.get("/Type") == "/MCR":
                content[target.get("/Pg", own.get("/Pg")), target["/MCID"]].append(element)
            elif target.get("/Type") == "/OBJR":
                annotations[target["/Obj"]].append(element)
            else:
                elements[kid].append(element)
                if len(elements[kid]) == 1:
                    visit(kid)

    visit(root)
    return elements, content, annotations


def faults(path):
    """What is wrong with the structure of the file at `path`, as sentences."""
    file = File(path)
    catalog = file.at(file.objects["trailer"]["value"]["/Root"])
    root = catalog.get("/StructTreeRoot")
    if root is None:
        return ["it has no structure tree"]
    elements, content, annotations = walk(file, root)
    parents = numbers(file, file.at(root)["/ParentTree"])
    found = []
    for element, listing in elements.items():
        own = file.at(element)
        if own is None or own.get("/P") not in listing or len(listing) != 1:
            found.append(f"element {element} says that its parent is {own and own.get('/P')}, it is listed by {', '.join(listing)}")
    for page in file.pages():
        own = file.at(page)
        streams = own["/Contents"] if isinstance(own["/Contents"], list) else [own["/Contents"]]
        marked = [int(number) for stream in streams for number in MARKED.findall(file.stream(stream))]
        row = file.at(parents.get(own.get("/StructParents"), [])) or []
        if sorted(marked) != list(range(len(row))):
            found.append(f"page {page} marks content {sorted(marked)}, the parent tree has {len(row)} entries for it")
        for number in set(marked) | {number for on, number in content if on == page}:
            owners = content.get((page, number), [])
            listed = row[number] if number < len(row) else None
            if owners != [listed] or marked.count(number) != 1:
                found.append(f"content {number} of page {page} is marked {marked.count(number)} times, belongs to "
                             f"{', '.join(owners) or 'no element'}, the parent tree says {listed}")
        for annotation in file.at(own.get("/Annots", [])):
            owners = annotations.pop(annotation, [])
            listed = parents.get(file.at(annotation).get("/StructParent"))
            if owners != [listed]:
                found.append(f"annotation {annotation} belongs to {', '.join(owners) or 'no element'}, the parent tree says {listed}")
    found += [f"element {', '.join(owners)} holds annotation {annotation}, which is on no page" for annotation, owners in annotations.items()]
    pages = set(file.pages())
    found += [f"element {', '.join(owners)} holds content {number} of {page}, which is no page" for (page, number), owners in content.items()
              if page not in pages]
    return found


if __name__ == "__main__":
    bad = {name: what for name in sys.argv[1:] if (what := faults(pathlib.Path(name)))}
    for name, what in bad.items():
        print("\n    ".join([f"FAIL {name}", *what]))
    sys.exit(bool(bad))
