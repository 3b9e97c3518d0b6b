"""A sentence of the program in Chinese."""

from tps.language import catalogue

print(catalogue("zh").translate("8 needles through Liver, up to 73 mm; not looked at: other vessels, nerves"))
