"""Which files make an implant: matched by UID and frame of reference, never by file name."""

import hashlib
import os
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from tps.batch.find.headers import PLAN_JSON, Header, damage, is_own_plan, scan_tree
from tps.batch.find.item import Item
from tps.errors import BadInput
from tps.model.words import counted

# Hex digits of a pseudonym: among a million plans two agree by chance with a probability below one in a
# thousand, and a plan that does gets a suffix.
PSEUDONYM_DIGITS = 12

# Seeds that were there before a top-up, as a plan folder of ours lists them.
EXISTING_SEEDS = "existing_seeds.csv"

NO_PLAN = "no plan lies here (neither a plan.json nor an RTPLAN)"


def pseudonym(kind: str, secret: str) -> str:
    """A name that says nothing: ``kind`` and the first digits of a SHA-256."""
    return f"{kind}-{hashlib.sha256(secret.encode()).hexdigest()[:PSEUDONYM_DIGITS]}"


@dataclass
class _Found:
    """Headers of a search, by what can be asked of them."""

    plans: list[Header] = field(default_factory=list)
    damaged: list[Header] = field(default_factory=list)
    structures: dict[str, list[Header]] = field(default_factory=lambda: defaultdict(list))
    structures_in: dict[str, list[Header]] = field(default_factory=lambda: defaultdict(list))
    structures_beside: dict[str, list[Header]] = field(default_factory=lambda: defaultdict(list))
    doses_of: dict[str, list[Header]] = field(default_factory=lambda: defaultdict(list))
    loose_doses_in: dict[str, list[Header]] = field(default_factory=lambda: defaultdict(list))
    ct_folders: set[str] = field(default_factory=set)

    def count(self) -> tuple[int, int]:
        """How many plans and damaged files there are so far."""
        return len(self.plans), len(self.damaged)

    def add(self, header: Header) -> None:
        if header.kind in ("plan", PLAN_JSON):
            self.plans.append(header)
        elif header.kind in ("damaged", "unread"):
            self.damaged.append(header)
        elif header.kind == "ct":
            self.ct_folders.add(header.folder)
        elif header.kind == "structures":
            self.structures[header.uid].append(header)
            self.structures_beside[header.folder].append(header)
            for frame in header.frames:
                self.structures_in[frame].append(header)
        elif header.kind == "dose":
            for plan in header.refers_to:
                self.doses_of[plan].append(header)
            if not header.refers_to:
                for frame in header.frames:
                    self.loose_doses_in[frame].append(header)


def find_items(paths) -> tuple[Item, ...]:
    """The implants below some paths, in the order of the paths and, within one, of the file names.

    Parameters
    ----------
    paths : sequence of path-like
        Plan folders, folders with DICOM, trees of such, single plan files, or manifests (``.csv``).

    Returns
    -------
    tuple of Item
        One for each plan; those that cannot be computed carry their ``trouble``.  A path without any plan
        gives one too, so that it is not lost.

    Raises
    ------
    BadInput
        If a path does not exist, a manifest is wrong, or no path holds a plan.
    """
    from tps.batch.find.manifest import read_manifest

    found, seen, parts = _Found(), set(), []
    for path in dict.fromkeys(Path(p).resolve() for p in paths):
        if not path.exists():
            raise BadInput("there is nothing", where=str(path), remedy="check the path")
        before, known = found.count(), False
        listed = read_manifest(path) if path.suffix.lower() == ".csv" else []
        for header in () if listed else scan_tree(path):
            if header.path in seen:
                known = True
                continue
            seen.add(header.path)
            found.add(header)
        parts.append((path, before, found.count(), listed, known))
    items = []
    for path, before, after, listed, known in parts:
        plans, damaged = (slice(a, b) for a, b in zip(before, after, strict=True))
        mine = listed or _items_of(found, found.plans[plans], found.damaged[damaged])
        if not mine and not known:
            mine = [Item("", str(path), trouble=NO_PLAN)]
        items += mine
    if all(item.trouble == NO_PLAN for item in items):
        raise BadInput(
            "no plan found",
            where=", ".join(str(part[0]) for part in parts),
            expected="plan folders, or folders with RTPLAN and RTSTRUCT",
            remedy="`tps inspect PATH` shows what a folder holds",
        )
    return name_items(items)


def _items_of(found: _Found, plans: list[Header], damaged: list[Header]) -> list[Item]:
    items = _without_copies([(plan, _of_plan(found, plan)) for plan in plans])
    # A damaged file in a folder that has neither a plan nor a CT may have been the plan; below a folder that
    # cannot be opened may be any number of them.
    explained = {os.path.dirname(item.plan_file) for item in items} | found.ct_folders
    lost = [h for h in damaged if h.kind == "unread" or h.folder not in explained]
    items += [Item("", h.path, trouble=h.trouble) for h in lost]
    return sorted(items, key=lambda item: item.plan_file)


def _of_plan(found: _Found, plan: Header) -> Item:
    base = Item("", plan.path, patient_id=plan.patient_id, plan_uid=plan.uid)
    structures, trouble, warnings = _structures_for(found, plan)
    base = replace(base, words=tuple(sorted(plan.words | structures.words)))
    trouble = _damage_beside(found, plan, trouble) or trouble
    if trouble:
        return replace(base, trouble=trouble)
    dose, note = _dose_for(found, plan)
    before = os.path.join(plan.folder, EXISTING_SEEDS)
    has_existing = plan.kind == PLAN_JSON and os.path.isfile(before)
    return replace(
        base,
        structures_file=structures.path,
        dose_file=dose,
        existing_file=before if has_existing else "",
        patient_id=plan.patient_id or structures.patient_id,
        warnings=tuple(warnings + note),
    )


def _damage_beside(found: _Found, plan: Header, trouble: str) -> str:
    """Damage of the files of a plan that is behind ``trouble``, or makes the folder none of one piece."""
    damaged = [h.path for h in found.damaged if h.folder == plan.folder and is_own_plan(h)]
    said = [f"{PLAN_JSON} beside it {h.trouble}" for h in found.damaged if h.path in damaged]
    if trouble and plan.kind != PLAN_JSON:
        said += [f"{os.path.basename(plan.path)}: {why}" for why in [damage(plan.path)] if why]
    if trouble:
        beside = [h.path for h in found.structures_beside[plan.folder]]
        beside += [h.path for h in found.damaged if h.folder == plan.folder and h.path not in damaged]
        said += [f"{os.path.basename(p)}: {why}" for p in beside if (why := damage(p))]
    return "; ".join(said)


def _structures_for(found: _Found, plan: Header) -> tuple[Header, str, list[str]]:
    """The structure set, or the trouble; and warnings."""
    nothing = Header("", "other")
    named = [h for uid in plan.refers_to for h in found.structures.get(uid, ())]
    if named:
        chosen, trouble = _one(named, plan, "RTSTRUCT")
        if chosen.frames and plan.frames and not set(chosen.frames) & set(plan.frames):
            trouble = "the plan and the RTSTRUCT it refers to lie in different frames of reference"
        return chosen, trouble, []
    same_frame = [h for frame in plan.frames for h in found.structures_in.get(frame, ())]
    if len({h.uid for h in same_frame}) > 1:
        count = len({h.uid for h in same_frame})
        return (
            nothing,
            f"{count} RTSTRUCTs lie in the plan's frame of reference and it names none of them",
            [],
        )
    if same_frame:
        chosen, trouble = _one(same_frame, plan, "RTSTRUCT")
        missing = "is not among the files" if plan.refers_to else "is not named"
        return chosen, trouble, [f"RTSTRUCT matched by frame of reference: the one of the plan {missing}"]
    if plan.refers_to:
        return nothing, f"the RTSTRUCT it refers to ({plan.refers_to[0]}) is not among the files", []
    return nothing, "no RTSTRUCT in its frame of reference is among the files", []


def _dose_for(found: _Found, plan: Header) -> tuple[str, list[str]]:
    doses = list(found.doses_of.get(plan.uid, ())) if plan.uid else []
    if not doses and len({p.uid for p in found.plans if set(p.frames) & set(plan.frames)}) == 1:
        doses = [h for frame in plan.frames for h in found.loose_doses_in.get(frame, ())]
    if not doses:
        return "", []
    if len({h.uid for h in doses}) > 1:
        return "", [f"{len(doses)} RTDOSEs belong to the plan; none was compared (say in a manifest which)"]
    chosen, trouble = _one(doses, plan, "RTDOSE")
    return (chosen.path, []) if not trouble else ("", [trouble])


def _one(headers: list[Header], plan: Header, what: str) -> tuple[Header, str]:
    """The one file among copies, the one beside the plan first; files that differ are not chosen between."""
    by_path = {h.path: h for h in sorted(headers, key=lambda h: (h.folder != plan.folder, h.path))}
    copies = list(by_path.values())
    if len(copies) > 1 and len({_digest(h.path) for h in copies}) > 1:
        return copies[0], f"{len(copies)} different files claim to be {what} {copies[0].uid}"
    return copies[0], ""


def _without_copies(pairs: list[tuple[Header, Item]]) -> list[Item]:
    """One item per plan: plan.json before its RTPLAN, one of identical copies, none of contradicting ones."""
    by_uid = defaultdict(list)
    for header, item in pairs:
        by_uid[header.uid or header.path].append((header, item))
    kept = []
    for same in by_uid.values():
        own = [item for header, item in same if header.kind == PLAN_JSON] or [item for _, item in same]
        if len({_digest(item.plan_file) for item in own}) > 1:
            kept += [
                replace(i, trouble=f"{len(own)} different plans carry the UID {i.plan_uid}") for i in own
            ]
        elif len(own) > 1:
            count = len(own) - 1
            note = f"{counted(count, 'identical copy', 'identical copies')} of this plan left out"
            copies = tuple(item.plan_file for item in own[1:])
            kept.append(replace(own[0], warnings=(*own[0].warnings, note), copies=copies))
        else:
            kept += own
    return kept


def _digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def name_items(items: list[Item]) -> tuple[Item, ...]:
    """Give every item its pseudonyms: from UIDs, which say nothing without the archive they came from."""
    secrets = [item.plan_uid or _content_secret(item) for item in items]
    first_of_patient: dict[str, str] = {}
    for item, secret in zip(items, secrets, strict=True):
        if item.patient_id:
            known = first_of_patient.get(item.patient_id, secret)
            first_of_patient[item.patient_id] = min(known, secret)
    named = []
    taken: dict[str, int] = defaultdict(int)
    for item, secret in zip(items, secrets, strict=True):
        case = pseudonym("case", secret)
        taken[case] += 1
        suffix = f"-{taken[case]}" if taken[case] > 1 else ""
        patient = pseudonym("patient", first_of_patient.get(item.patient_id, secret))
        named.append(replace(item, case=case + suffix, patient=patient))
    return tuple(named)


def _content_secret(item: Item) -> str:
    path = Path(item.plan_file)
    return _digest(item.plan_file) if path.is_file() else path.name
