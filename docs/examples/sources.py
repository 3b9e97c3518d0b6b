"""Seed models, and how well the data of each are verified."""

from tps.sources.library import list_sources

for source in list_sources():
    print(f"{source.level}  {source.name:<26} {source.dose_rate_constant:.3f} cGy/(h U)  {source.isotope}")
