"""The DVH against closed formulas, down to a handful of samples."""

import numpy as np
import pytest

from tps.evaluate import Dvh


def inverse_square_sphere(radius, per_side):
    """Doses 1/r^2 and volumes of a cubic lattice in a sphere; off centre, so that few samples tie."""
    step = 2 * radius / per_side
    axis = (np.arange(-1, per_side + 1) + 0.5) * step - radius
    points = np.stack(np.meshgrid(axis + 0.13 * step, axis - 0.29 * step, axis + 0.41 * step), axis=-1)
    r = np.linalg.norm(points.reshape(-1, 3), axis=1)
    r = r[r <= radius]
    return 1 / r**2, np.full(len(r), 4 / 3 * np.pi * radius**3 / len(r))


def test_hand_made_steps():
    dvh = Dvh.of([10, 40, 20, 30], [1000, 1000, 1000, 1000])
    assert dvh.total_cc == 4 and dvh.mean_gy == 25 and dvh.max_gy == 40 and dvh.min_gy == 10
    assert dvh.d_at_volume_cc(0.5) == 40  # the middle of the hottest sample
    assert dvh.d_at_volume_cc(1.0) == 35  # halfway between two middles
    assert dvh.d_at_volume_cc(2.0) == 25
    assert dvh.d_at_volume_cc(4.0) == 10 and np.isnan(dvh.d_at_volume_cc(4.001))
    assert dvh.v_at_dose(25) == 2.0
    assert dvh.v_at_dose(41) == 0 and dvh.v_at_dose(10) == 4 and dvh.v_at_dose(0) == 4
    assert dvh.fraction_at_dose(25) == 0.5
    assert dvh.curve([0, 25, 41]).tolist() == [4, 2, 0]


def test_uneven_volumes_weigh():
    dvh = Dvh.of([1, 3], [3000, 1000])
    assert dvh.mean_gy == 1.5
    assert dvh.d_at_volume_cc(0.5) == 3 and dvh.d_at_volume_cc(2.5) == 1
    assert dvh.d_at_volume_cc(1.5) == 2


def test_the_curve_goes_on_to_the_extremes():
    dvh = Dvh.of([10, 40, 20, 30], [1000, 1000, 1000, 1000], lowest_gy=6.0, highest_gy=80.0)
    assert (dvh.max_gy, dvh.min_gy, dvh.total_cc) == (80.0, 6.0, 4.0)
    assert dvh.d_at_volume_cc(0.0) == 80 and dvh.d_at_fraction(1.0) == 6
    assert dvh.d_at_volume_cc(0.25) == 60 and dvh.d_at_volume_cc(3.75) == 8
    assert dvh.v_at_dose(60) == 0.25 and dvh.v_at_dose(8) == 3.75 and dvh.v_at_dose(6) == 4
    assert dvh.v_at_dose(80.1) == 0 and dvh.d_at_volume_cc(2.0) == 25
    inner = Dvh.of([10, 40], [1000, 1000], lowest_gy=12.0, highest_gy=30.0)
    assert (inner.max_gy, inner.min_gy) == (40.0, 10.0), "samples count too"


def test_uniform_dose_is_a_step():
    dvh = Dvh.of(np.full(10, 120.0), np.full(10, 50.0))
    assert dvh.fraction_at_dose(120.0) == 1 and dvh.fraction_at_dose(120.0001) == 0
    assert dvh.d_at_fraction(0.9) == 120 and dvh.d_at_fraction(1) == 120


@pytest.mark.parametrize("volume_cc, per_side", [(0.5, 12), (0.5, 20), (14, 30), (65, 40)])
def test_inverse_square_in_a_sphere(volume_cc, per_side):
    radius = (volume_cc * 1000 / (4 / 3 * np.pi)) ** (1 / 3)
    dvh = Dvh.of(*inverse_square_sphere(radius, per_side))
    edge = 1 / radius**2
    # A sphere 12 cells across has about 900 samples: 1 % in volume, twice that at D20 in dose.
    for fraction in (0.98, 0.9, 0.5, 0.2):
        assert dvh.d_at_fraction(fraction) == pytest.approx(
            edge * fraction ** (-2 / 3), rel=0.025 if fraction < 0.5 else 0.012
        )
    for dose in (1.2, 1.5, 2.0):
        assert dvh.fraction_at_dose(dose * edge) == pytest.approx(dose**-1.5, abs=0.015)
    assert dvh.d_at_fraction(1.0) == pytest.approx(edge, rel=0.02)
    assert dvh.total_cc == pytest.approx(volume_cc, rel=1e-12)


def test_dose_and_volume_are_inverse(rng):
    dvh = Dvh.of(rng.gamma(2, 50, 400), rng.uniform(0.1, 2, 400))
    for volume in np.linspace(0.02, 0.98, 25) * dvh.total_cc:
        assert dvh.v_at_dose(dvh.d_at_volume_cc(volume)) == pytest.approx(volume, rel=1e-9)


def test_order_of_samples_does_not_matter(rng):
    dose, volume = rng.gamma(2, 50, 100), rng.uniform(0.1, 2, 100)
    shuffled = rng.permutation(100)
    one, two = Dvh.of(dose, volume), Dvh.of(dose[shuffled], volume[shuffled])
    assert np.array_equal(one.dose_gy, two.dose_gy) and one.d_at_fraction(0.9) == two.d_at_fraction(0.9)


def test_arrays_cannot_be_changed():
    with pytest.raises(ValueError):
        Dvh.of([1.0], [1.0]).dose_gy[0] = 2


@pytest.mark.parametrize(
    "dose, volume, text",
    [
        ([], [], "at least one"),
        ([1, 2], [1, 1], "sorted"),
        ([-1], [1], "negative"),
        ([1], [0], "positive volume"),
        ([np.nan], [1], "finite"),
        ([1], [1, 2], "shape"),
    ],
)
def test_refuses_what_is_not_a_dvh(dose, volume, text):
    with pytest.raises(ValueError, match=text):
        Dvh(dose, volume)


@pytest.mark.parametrize("ends", [{"max_gy": 1.0}, {"min_gy": 2.0}, {"min_gy": -1.0}, {"max_gy": np.inf}])
def test_refuses_extremes_inside_the_samples(ends):
    with pytest.raises(ValueError, match="do not hold those of the samples"):
        Dvh([2.0, 1.0], [1.0, 1.0], **ends)


def test_refuses_senseless_questions():
    dvh = Dvh.of([1.0], [1.0])
    with pytest.raises(ValueError, match="not a percentage"):
        dvh.d_at_fraction(90)
    with pytest.raises(ValueError, match="volume_cc"):
        dvh.d_at_volume_cc(-1)
    with pytest.raises(ValueError, match="dose_gy"):
        dvh.v_at_dose(-1)
    with pytest.raises(ValueError, match="doses for"):
        Dvh.of([1.0, 2.0], [1.0])
