"""Texts in every character set: the name written is the name read, or nothing is written."""

import itertools

import numpy as np
import pytest
from made_dicom import ct_slices, dcmread, rtstruct, square, write, write_series
from pydicom.charset import convert_encodings

from benchmarks.batch_cohort import write_cohort
from tps.batch.find.discovery import find_items
from tps.batch.implant import read_implant
from tps.batch.options import RecomputeOptions
from tps.cli.app import main
from tps.dicom.case import read_case
from tps.dicom.file.charset import (
    UNREADABLE,
    WRITABLE,
    Assumed,
    decode,
    looks_chinese,
    same_when_written,
    statable,
    trouble_with,
)
from tps.dicom.inventory import take_inventory
from tps.dicom.rt.header import Stamp, encode, finalise, new_object
from tps.dicom.rt.write_rtstruct import build_rtstruct
from tps.errors import BadInput, UnknownName
from tps.model import CaseIdentity
from tps.pipeline.load import load_case

# Specific Character Set, the codec that writes it, and letters of it.
SETS = {
    "ISO_IR 100": ("latin_1", "ÄÖÜßéàçñÅø"),
    "ISO_IR 101": ("iso8859_2", "ČŠŽąęłőű"),
    "ISO_IR 109": ("iso8859_3", "ĦĝĴş"),
    "ISO_IR 110": ("iso8859_4", "ĀģķŅ"),
    "ISO_IR 126": ("iso8859_7", "ΑβγΔΩ"),
    "ISO_IR 127": ("iso8859_6", "ابتثج"),
    "ISO_IR 138": ("iso8859_8", "אבגדה"),
    "ISO_IR 144": ("iso8859_5", "ИвановЖщю"),
    "ISO_IR 148": ("iso8859_9", "ğİış"),
    "ISO_IR 166": ("tis_620", "กขฃคฅ"),
    "ISO_IR 13": ("shift_jis", "ｱｲｳｴｵ"),
    "ISO_IR 192": ("utf_8", "王小明ИваÄ한国"),
    "GB18030": ("gb18030", "王小明肿瘤靶区左肾誠乗镕龍"),
    "GBK": ("gbk", "王小明肿瘤靶区左肾镕龍"),
}


def random_name(rng, letters):
    """Components of letters of the set and of ASCII."""
    alphabet = list(letters) + list("Abcxyz")
    parts = ["".join(rng.choice(alphabet, rng.integers(1, 6))) for _ in range(rng.integers(1, 4))]
    return "^".join(parts)


def patient(folder, name, roi=b"Tumour", charset=None, other=None):
    """CT and RTSTRUCT whose texts are bytes, put where as many letters were written; returns the paths."""
    slices = ct_slices()
    structures = rtstruct({"a": [square(-4, 4, 32.5), square(-4, 4, 35)]})
    texts = {"PatientName": name, **(other or {})}
    for dataset in (*slices, structures):
        if charset is not None:
            dataset.SpecificCharacterSet = charset
        for keyword, value in texts.items():
            setattr(dataset, keyword, stand_in(keyword, value))
    structures.StructureSetROISequence[0].ROIName = stand_in("ROIName", roi)
    paths = write_series(slices, folder / "ct"), write(structures, folder / "rs.dcm")
    for path in [*paths[0].iterdir(), paths[1]]:
        content = path.read_bytes()
        for keyword, value in {**texts, "ROIName": roi}.items():
            content = content.replace(stand_in(keyword, value).encode(), value + b" " * (len(value) % 2))
        path.write_bytes(content)
    return paths


def stand_in(keyword, value):
    """As many letters as the value has bytes, padded to an even count."""
    return keyword[0] * (len(value) + len(value) % 2)


def exported(case, folder):
    """The structure set written for a case."""
    path = folder / "out.dcm"
    path.write_bytes(encode(build_rtstruct(case, tuple(case.structures.values()))))
    return path


@pytest.mark.parametrize("charset", SETS)
def test_the_name_written_is_the_name_read(tmp_path, charset):
    """Random names of patient and region in each set: read, planned on, written, and read by two readers."""
    codec, letters = SETS[charset]
    rng = np.random.default_rng(len(letters))
    for k in range(6):
        name, roi = random_name(rng, letters), random_name(rng, letters).replace("^", " ")
        where = tmp_path / str(k)
        # Said once more by the user: words of nothing but accents may look Chinese.
        case = load_case(*patient(where, name.encode(codec), roi.encode(codec), charset), charset="latin1")
        assert case.identity.patient_name == name and list(case.structures) == [roi], f"{charset} {k}"
        path = exported(case, where)
        again = dcmread(path)
        assert str(again.PatientName) == name, f"{charset} {k}: written in {again.SpecificCharacterSet}"
        assert again.StructureSetROISequence[0].ROIName == roi
        assert load_case(where / "ct", path, charset="latin1").structures.keys() == {roi}


@pytest.mark.parametrize("charset", [None, "ISO_IR 100", "ISO_IR 101", "ISO_IR 192"])
@pytest.mark.parametrize("name", ["王小明", "欧阳^锋", "Wang^Xiaoming=王^小明", "朱镕基", "张3"])
def test_chinese_bytes_under_another_set(tmp_path, name, charset):
    """Refused without repeating the name until the user states the set; then they are the name everywhere."""
    roi = "肿瘤靶区 1"
    ct, rs = patient(tmp_path, name.encode("gbk"), roi.encode("gbk"), charset)
    with pytest.raises(BadInput, match="GB18030") as caught:
        read_case(ct, rs)
    assert "--charset gb18030" in caught.value.remedy
    assert not any(c in str(caught.value) for c in name if not c.isascii())
    found = take_inventory(tmp_path)
    assert found.series[0].problem and found.objects[0].problem
    assert any("--charset gb18030" in line for line in found.advice)
    for stated in ("gb18030", "GBK", "gb2312"):
        case = load_case(ct, rs, charset=stated)
        assert case.identity.patient_name == name and list(case.structures) == [roi]
    again = dcmread(exported(case, tmp_path))
    assert str(again.PatientName) == name and again.StructureSetROISequence[0].ROIName == roi
    if charset != "ISO_IR 192":
        assert again.SpecificCharacterSet == "GB18030"
        assert any("read as gb18030, as stated by the user" in w for w in case.warnings)
    assert take_inventory(tmp_path, charset="gb18030").objects[0].rois == (roi,)


def test_the_user_may_hold_to_what_the_file_states(tmp_path):
    """Latin-1 letters that look like GB18030 and are none."""
    ct, rs = patient(tmp_path, "ÖÐ".encode("latin_1"), charset="ISO_IR 100")
    with pytest.raises(BadInput, match="GB18030"):
        read_case(ct, rs)
    case = load_case(ct, rs, charset="latin1")
    assert case.identity.patient_name == "ÖÐ"
    assert str(dcmread(exported(case, tmp_path)).PatientName) == "ÖÐ"


def test_a_stated_set_is_about_texts_that_their_files_do_not_settle(tmp_path):
    """A Latin-1 name beside Chinese regions; UTF-8 that is UTF-8: the user's word is not about them."""
    ct, _ = patient(tmp_path / "a", "Müller^Jürgen".encode("latin_1"), charset="ISO_IR 100")
    _, rs = patient(tmp_path / "b", b"Mueller", "肿瘤".encode("gbk"))
    case = load_case(ct, rs, charset="gb18030")
    assert case.identity.patient_name == "Müller^Jürgen" and list(case.structures) == ["肿瘤"]
    assert str(dcmread(exported(case, tmp_path)).PatientName) == "Müller^Jürgen"
    for charset, codec in (("ISO_IR 192", "utf_8"), ("ISO_IR 144", "iso8859_5"), ("GB18030", "gb18030")):
        ct, rs = patient(tmp_path / codec, "Иванов".encode(codec), charset=charset)
        for stated in ("gb18030", "latin1", "utf-8"):
            assert load_case(ct, rs, charset=stated).identity.patient_name == "Иванов"


def test_bytes_of_no_stated_set(tmp_path):
    """A German name where no set is stated: not guessed at, taken as the user says."""
    ct, rs = patient(tmp_path, "Müller".encode("latin_1"), "Tumör".encode("latin_1"))
    with pytest.raises(BadInput, match="Patient's Name is no ASCII text, and no character set") as caught:
        read_case(ct, rs)
    assert "GB18030" not in caught.value.what and "latin1" in caught.value.remedy
    case = load_case(ct, rs, charset="latin1")
    assert case.identity.patient_name == "Müller" and list(case.structures) == ["Tumör"]
    with pytest.raises(BadInput, match="nor is it utf-8"):
        load_case(ct, rs, charset="utf-8")


def test_a_region_whose_name_cannot_be_read_goes_by_its_number(tmp_path):
    ct, rs = patient(tmp_path, b"Mueller", "Tumör".encode("latin_1"))
    case = read_case(ct, rs)
    assert list(case.structures) == ["ROI 1"]
    assert any("names of ROI 1 are no text" in w and "--charset" in w for w in case.warnings)


def test_texts_aside_that_cannot_be_read_are_left_out(tmp_path):
    other = {"StudyDescription": "Schädel".encode("latin_1"), "SeriesDescription": "腹部".encode("gbk")}
    case = read_case(*patient(tmp_path, b"Mueller", other=other))
    assert (case.identity.study_description, case.identity.series_description) == ("", "")
    assert sum("left out" in w for w in case.warnings) == 2
    assert any("Series Description" in w and "GB18030" in w for w in case.warnings)
    assert UNREADABLE not in str(dcmread(exported(case, tmp_path)))


def test_chinese_by_code_extension(tmp_path):
    """PS3.5 annex K: escapes are no part of a name."""
    escaped = [b"\x1b$)A" + part.encode("gb2312") for part in ("王", "小东")]
    name = b"Wang^XiaoDong=" + b"^".join(escaped)
    roi = b"\x1b$)A" + "肿瘤靶区".encode("gb2312")
    for charset in (["", "ISO 2022 IR 58"], "ISO 2022 IR 58"):
        case = read_case(*patient(tmp_path / str(len(charset)), name, roi, charset))
        assert case.identity.patient_name == "Wang^XiaoDong=王^小东" and list(case.structures) == ["肿瘤靶区"]
        path = exported(case, tmp_path)
        assert b"\x1b" not in path.read_bytes() and str(dcmread(path).PatientName) == "Wang^XiaoDong=王^小东"


@pytest.mark.parametrize(
    "charset, value, expected",
    [
        # PS3.5 annexes H and I.
        (
            ["", "ISO 2022 IR 87"],
            b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
            "Yamada^Tarou=山田^太郎=やまだ^たろう",
        ),
        (
            ["ISO 2022 IR 13", "ISO 2022 IR 87"],
            b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J",
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎",
        ),
        (
            ["", "ISO 2022 IR 149"],
            b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf",
            "Hong^Gildong=洪^吉洞=홍^길동",
        ),
        (["", "ISO 2022 IR 159"], b"\x1b$(D\x30\x21\x1b(B", "丂"),
        (["ISO 2022 IR 100", "ISO 2022 IR 144"], b"M\xfcller \x1b-L\xb8\xd2^M\xfc", "Müller Ив^Mü"),
        # The set of the first value holds again behind a delimiter.
        (["", "ISO 2022 IR 58"], b"\x1b$)A\xcd\xf5^\xcd\xf5", "王^" + UNREADABLE * 2),
        (["", "ISO 2022 IR 58"], b"\x1b$)Z\xcd\xf5", UNREADABLE + "$)Z" + UNREADABLE * 2),
    ],
)
def test_code_extensions(charset, value, expected):
    codecs = convert_encodings(charset)
    assert decode(value, codecs) == expected
    assert bool(trouble_with(value, codecs)) == (UNREADABLE in expected)


def test_what_looks_chinese():
    """Names of both kinds; no Latin one is taken for Chinese."""
    for name in ("王小明", "欧阳^锋", "肿瘤GTV", "GTV肿瘤", "CTV 左 肾", "朱镕基", "肝（右）", "王^小"):
        assert looks_chinese(name.encode("gb18030")), name
    latin = (
        "Müller Größe Jürgen^Löw Björn Åse André García Muñoz François Élodie Ångström Ærø Œuvre coöperatie"
    )
    for name in [*latin.split(), latin, "Lefèbvre^Benoît", "Ó Súilleabháin", "plain", ""]:
        assert not looks_chinese(name.encode("cp1252")), name


def test_every_pair_of_letters_in_a_latin_name():
    """Wherever accents stand in a word of Latin letters, one or two in a row, it is not taken for Chinese."""
    accented = "ÀÉÍÓÚÄËÏÖÜßàéíóúäëïöüçñøåæ"
    for a, b in itertools.product(accented, repeat=2):
        for word in (f"B{a}r{b}n", f"B{a}{b}n", f"Bor{a}{b}s"):
            assert not looks_chinese(word.encode("latin_1")), word


def test_sets_are_stated_by_any_of_their_names():
    for name in ("GB18030", "gbk", "GB2312", " gb18030 "):
        assert statable(name) == "gb18030"
    for name in ("UTF-8", "utf8", "ISO_IR 192", "iso-ir 192"):
        assert statable(name) == "utf-8"
    assert statable("ISO_IR 100") == statable("Latin-1") == "latin1" and statable("SJIS") == "shift-jis"
    with pytest.raises(UnknownName, match="--charset: no character set named 'klingon'"):
        statable("klingon")


@pytest.mark.parametrize("stated", ["big5", "shift-jis", "euc-kr", "windows-1251"])
def test_other_sets_can_be_stated(stated):
    text = {"big5": "王小明", "shift-jis": "山田", "euc-kr": "홍길동", "windows-1251": "Иванов"}[stated]
    assumed = Assumed("iso8859", stated)
    assert decode(text.encode(assumed.codec), assumed) == text
    assert trouble_with(text.encode(assumed.codec), assumed) == ""


def test_items_read_before_the_set_was_stated(tmp_path):
    """Sequences of undefined length are parsed at once, others when they are asked for."""
    ct, rs = patient(tmp_path, b"x", "肿瘤".encode("gbk"))
    assert list(load_case(ct, rs, charset="gb18030").structures) == ["肿瘤"]
    dataset = dcmread(rs, force=True)
    dataset["StructureSetROISequence"].is_undefined_length = True
    dataset.save_as(rs)
    assert b"\xff\xff\xff\xff" in rs.read_bytes()
    assert list(load_case(ct, rs, charset="gb18030").structures) == ["肿瘤"]


def test_letters_that_other_readers_would_split_are_written_in_utf_8():
    """The second byte of some Chinese letters is a backslash or a caret."""
    assert b"\\" in "誠".encode("gbk") and b"^" in "區".encode("gbk")
    for text in ("誠", "龍^誠", "乗", "區"):
        assert not same_when_written(text, "GB18030") and same_when_written(text, "ISO_IR 192")
    assert same_when_written("王^小明", "GB18030") and not same_when_written("王", "ISO_IR 100")
    assert {"GB18030", "ISO_IR 192"} <= WRITABLE and "" not in WRITABLE
    who = CaseIdentity(
        patient_name="誠^王", study_uid="1.2", frame_of_reference_uid="1.3", character_set="GB18030"
    )
    dataset = finalise(new_object(who, "1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT", "made", Stamp.now()))
    assert dataset.SpecificCharacterSet == "ISO_IR 192"


def test_multiple_values_are_split_after_decoding(tmp_path):
    """A backslash that is half a letter does not end a value."""
    value = "誠\\王".encode("gb18030")
    ct, _ = patient(tmp_path, b"x", charset="GB18030", other={"StudyDescription": value})
    assert read_case(ct).identity.study_description == "誠\\王"


def test_recomputing_takes_the_stated_set(tmp_path):
    write_cohort(tmp_path, 1, 4)
    (rs,) = tmp_path.rglob("RS*.dcm")
    dataset = dcmread(rs)
    target = dataset.StructureSetROISequence[0].ROIName
    dataset.StructureSetROISequence[0].ROIName = "T" * 8
    dataset.save_as(rs)
    rs.write_bytes(rs.read_bytes().replace(b"T" * 8, "肿瘤靶区".encode("gbk")))
    (item,) = find_items([tmp_path])
    with pytest.raises(BadInput, match="ROI Name .*GB18030"):
        read_implant(item, RecomputeOptions(targets=(str(target),)))
    implant = read_implant(item, RecomputeOptions(targets=("肿瘤靶区",), charset="gb18030"))
    assert implant.target_names == ("肿瘤靶区",)


@pytest.mark.parametrize(
    "command", [["inspect", "."], ["plan", ".", "--target-sphere", "0,0,0,5", "--out", "o"],
                ["recompute", ".", "--out", "o.csv"], ["plan-batch", "m.csv", "--out", "o"]]
)  # fmt: skip
def test_every_command_that_reads_names_takes_the_set(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["tps", *command, "--charset", "klingon"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 4
    assert "--charset: no character set named 'klingon'" in capsys.readouterr().err
