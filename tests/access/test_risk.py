"""The risk table and how names are matched to it."""

import itertools

import pytest

from tps.access.risk import CLASSES, risk_of, risk_table, table_of, unknown_risk

# Every class of TotalSegmentator 2, in its order: class, clearance in mm, points for a crossing.  A copy kept
# apart from the data file.
TOTAL = {
    "spleen": ("avoid", 3, 3),
    "kidney_right": ("avoid", 3, 3),
    "kidney_left": ("avoid", 3, 3),
    "gallbladder": ("never", 5, None),
    "liver": ("cost", 0, 0.5),
    "stomach": ("avoid", 3, 2),
    "pancreas": ("avoid", 3, 3),
    "adrenal_gland_right": ("avoid", 2, 2),
    "adrenal_gland_left": ("avoid", 2, 2),
    "lung_upper_lobe_left": ("cost", 0, 0),
    "lung_lower_lobe_left": ("cost", 0, 0),
    "lung_upper_lobe_right": ("cost", 0, 0),
    "lung_middle_lobe_right": ("cost", 0, 0),
    "lung_lower_lobe_right": ("cost", 0, 0),
    "esophagus": ("never", 5, None),
    "trachea": ("never", 5, None),
    "thyroid_gland": ("avoid", 2, 2),
    "small_bowel": ("avoid", 5, 4),
    "duodenum": ("avoid", 5, 4),
    "colon": ("never", 5, None),
    "urinary_bladder": ("avoid", 3, 2),
    "prostate": ("avoid", 3, 2),
    "kidney_cyst_left": ("avoid", 2, 2),
    "kidney_cyst_right": ("avoid", 2, 2),
    "sacrum": ("bone", 1, None),
    **{
        f"vertebrae_{v}": ("bone", 1, None)
        for v in ["S1"]
        + [f"L{n}" for n in range(5, 0, -1)]
        + [f"T{n}" for n in range(12, 0, -1)]
        + [f"C{n}" for n in range(7, 0, -1)]
    },
    "heart": ("never", 8, None),
    "aorta": ("never", 5, None),
    "pulmonary_vein": ("never", 5, None),
    "brachiocephalic_trunk": ("never", 5, None),
    "subclavian_artery_right": ("never", 5, None),
    "subclavian_artery_left": ("never", 5, None),
    "common_carotid_artery_right": ("never", 5, None),
    "common_carotid_artery_left": ("never", 5, None),
    "brachiocephalic_vein_left": ("never", 5, None),
    "brachiocephalic_vein_right": ("never", 5, None),
    "atrial_appendage_left": ("never", 8, None),
    "superior_vena_cava": ("never", 5, None),
    "inferior_vena_cava": ("never", 5, None),
    "portal_vein_and_splenic_vein": ("never", 5, None),
    "iliac_artery_left": ("never", 5, None),
    "iliac_artery_right": ("never", 5, None),
    "iliac_vena_left": ("never", 5, None),
    "iliac_vena_right": ("never", 5, None),
    "humerus_left": ("bone", 1, None),
    "humerus_right": ("bone", 1, None),
    "scapula_left": ("bone", 1, None),
    "scapula_right": ("bone", 1, None),
    "clavicula_left": ("bone", 1, None),
    "clavicula_right": ("bone", 1, None),
    "femur_left": ("bone", 1, None),
    "femur_right": ("bone", 1, None),
    "hip_left": ("bone", 1, None),
    "hip_right": ("bone", 1, None),
    "spinal_cord": ("never", 5, None),
    "gluteus_maximus_left": ("cost", 0, 0.3),
    "gluteus_maximus_right": ("cost", 0, 0.3),
    "gluteus_medius_left": ("free", 0, 0),
    "gluteus_medius_right": ("free", 0, 0),
    "gluteus_minimus_left": ("free", 0, 0),
    "gluteus_minimus_right": ("free", 0, 0),
    "autochthon_left": ("free", 0, 0),
    "autochthon_right": ("free", 0, 0),
    "iliopsoas_left": ("cost", 0, 0.3),
    "iliopsoas_right": ("cost", 0, 0.3),
    "brain": ("never", 5, None),
    "skull": ("bone", 1, None),
    **{f"rib_{side}_{n}": ("bone", 1, None) for side in ("left", "right") for n in range(1, 13)},
    "sternum": ("bone", 1, None),
    "costal_cartilages": ("bone", 1, None),
}

OTHERS = {
    "never": (
        "Heart, heart_myocardium, heart_atrium_left, heart_ventricle_right, pulmonary_artery, "
        "Portal-Vein, Vena-Cava, IVC, SVC, Aorta, A_Aorta, V_Venacava_I, V_Venacava_S, A_LAD, "
        "A_Hepatic, V_Portal, Spinal-Cord, SpinalCord, SpinalCanal, SpinalCord_PRV05, Cord+5mm, Bowel, "
        "Bowel_Large, Colon, Sigmoid, Rectum, Esophagus, Oesophagus, Trachea, Bronchus, Carina, "
        "Carina_c40, BrachialPlexus, BrachialPlex_L, Gallbladder, BileDuct_Common, "
        "internal_carotid_artery_right, internal_jugular_vein_left, lung_arteries, lung_veins, "
        "lung_airways, lung_airways_wall, pericardium, pericardial_effusion, larynx_air, CaudaEquina, "
        "Ureter_L, breast implant, PACEMAKER, Vessel, 心脏, 主动脉, 腹主动脉, 左肾动脉, 下腔静脉, 脊髓, "
        "椎管, 肠, 结肠, 直肠, 食管, 气管, 胆囊, 臂丛神经"
    ),
    "avoid": (
        "Kidney-R, Kidney_L, Lt Kidney, KidneyR, kidneyl, leftkidney, Kidneys, Kidney_L-PTV, Duodenum, "
        "Bowel_Small, Bladder, Spleen, Pancreas, Stomach, liver_vessels, Glnd_Adrenal_R, Glnd_Thyroid, "
        "Prostate, mediastinum, 左肾, 右肾脏, 胃, 脾, 胰腺, 膀胱, 小肠, 十二指肠, 肾上腺, 胃癌, "
        "Tumor_c40, LN_c40, zRing, Liver lesion, Lung abscess, X"
    ),
    "bone": (
        "vertebrae_L6, vertebrae, intervertebral_discs, Vertebra_c40, VB_T12, Femur_Head_L, "
        "thyroid_cartilage, cricoid_cartilage, hyoid, Bone_extra, Ribs, Rib 5, 肋骨, 左股骨, 胸骨"
    ),
    "cost": (
        "lung_left, lung_right, Lt Lung, Lung_L, LUNG-RT, Lungs, Lungs-GTV, Liver, Liver-GTV, "
        "psoas_major_left, 肝, 右肺, ChestWall, GTVp, GTV_Mass_CT, PTV_60, CTV_Aorta, ITV"
    ),
    "free": ("breast, Breast_L, quadratus_lumborum_left, erector_spinae_right, pleural_effusion, 乳腺"),
    "none": (
        "body, External, BODY, skin, body_trunc, body_extremities, CouchSurface, Couch_Interior, "
        "Isodose 120 Gy, Dose 100%, Marker_1, Bolus, Support, 皮肤"
    ),
}


def test_the_table_has_every_class_of_total_segmentator():
    assert len(TOTAL) == 117


@pytest.mark.parametrize("name", TOTAL)
def test_total_segmentator_names_have_their_risk(name):
    risk, (wanted, clearance, points) = risk_of(name, "ORGAN"), TOTAL[name]
    assert (risk.risk_class, risk.clearance_mm) == (wanted, clearance)
    if points is not None:
        assert risk.points_per_crossing == points
    near = {"never": 3, "avoid": 2, "bone": 1}.get(wanted, 0)
    assert risk.clearance_near_target_mm == min(near, clearance)
    assert risk.kind == "organ"


def test_liver_is_charged_by_length_too():
    assert risk_of("Liver").charge(40.0) == pytest.approx(0.7)
    assert risk_of("Liver").charge(0.0) == 0.0


@pytest.mark.parametrize(("wanted", "names"), OTHERS.items())
def test_other_names_are_matched(wanted, names):
    found = {name: risk_of(name).risk_class for name in map(str.strip, names.split(","))}
    assert found == dict.fromkeys(found, wanted)


WAYS = [
    lambda n: n.upper(),
    lambda n: n.replace("_", " ").title(),
    lambda n: n.replace("_", "-"),
    lambda n: n.replace("_", ""),
    lambda n: n.title().replace("_", ""),
    lambda n: f"{n}_L",
    lambda n: f"Rt {n}",
    lambda n: f"{n}_PRV05",
    lambda n: f"{n}_40Ex",
    lambda n: f"  {n} ",
    lambda n: f"{n}.1",
]


@pytest.mark.parametrize("name", TOTAL)
def test_the_way_a_name_is_written_does_not_matter(name):
    wanted = risk_of(name).risk_class
    assert {way(name): risk_of(way(name)).risk_class for way in WAYS} == {way(name): wanted for way in WAYS}


def test_words_around_a_closed_name_never_open_it(rng):
    """Whatever is written beside a closed organ's name, it stays closed."""
    closed = [n for n, (risk, *_) in TOTAL.items() if risk in ("never", "avoid")]
    words = [
        "liver",
        "lung",
        "breast",
        "muscle",
        "body",
        "skin",
        "couch",
        "minus",
        "PTV",
        "old",
        "free",
        "table",
        "fat",
    ]
    for name in closed:
        for before, after in itertools.product(rng.choice(words, 3), rng.choice(words, 3)):
            for text in (f"{name} {after}", f"{before}-{name}", f"{before}_{name}_{after}"):
                if not text.startswith("PTV"):  # a target by its standard name
                    assert risk_of(text).is_closed, text


def test_nothing_unknown_is_free(rng):
    letters = list("abcdefghijklmnopqrstuvwxyz_- 0123456789")
    known = set(risk_table())
    for _ in range(2000):
        name = "".join(rng.choice(letters, rng.integers(3, 14))).strip()
        if name and not any(key in name for key in ("gtv", "ctv", "ptv", "itv")):
            risk = risk_of(name)
            bare = name.replace("_", "").replace("-", "").replace(" ", "")
            assert risk.risk_class not in ("free", "cost", "none") or any(k in bare for k in known), name


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("Rind", "EXTERNAL", "none"),
        ("Heart", "EXTERNAL", "never"),
        ("Plate", "SUPPORT", "none"),
        ("Boost", "GTV", "cost"),
        ("Boost", "", "avoid"),
        ("Colon", "PTV", "never"),
        ("Spared", "AVOIDANCE", "avoid"),
        ("Lt Lung", "AVOIDANCE", "cost"),
    ],
)
def test_types_tell_what_names_do_not(name, kind, wanted):
    assert risk_of(name, kind).risk_class == wanted


def test_unknown_structures_take_the_protocols_clearance():
    assert (unknown_risk().clearance_mm, unknown_risk().clearance_near_target_mm) == (3.0, 2.0)
    assert (unknown_risk(1.5).clearance_mm, unknown_risk(1.5).clearance_near_target_mm) == (1.5, 1.5)


def test_own_structures_found_in_the_ct_are_not_taken_for_contours():
    for name in ("Body (from CT)", "Bone (from CT)", "Lung (from CT)", "Gas (from CT)"):
        assert (risk_of(name).risk_class, risk_of(name).tissue) == ("none", "")


def test_a_faulty_table_is_refused():
    classes = {"free": {"clearance_mm": 0.0, "near_target_mm": 0.0, "points": 0.0}}
    with pytest.raises(ValueError, match="risk class is 'fre'"):
        table_of({"classes": classes, "risk": [{"class": "fre", "names": ["a"]}]})
    twice = [{"class": "free", "names": ["breast"]}, {"class": "free", "names": ["Breast_L"]}]
    with pytest.raises(ValueError, match="twice"):
        table_of({"classes": classes, "risk": twice})


def test_every_class_is_used_and_closed_ones_ask_for_room():
    table = risk_table().values()
    assert {risk.risk_class for risk in table} == set(CLASSES)
    assert all(risk.clearance_mm > 0 for risk in table if risk.risk_class in ("never", "bone"))
    assert all(risk.clearance_mm == 0 for risk in table if risk.risk_class in ("cost", "free", "none"))
