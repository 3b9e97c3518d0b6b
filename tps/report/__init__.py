"""The report of a plan: pages and pictures for people."""

from tps.report.content import Content
from tps.report.report import Report, make_report, start_scene, write_report

__all__ = ["Content", "Report", "make_report", "start_scene", "write_report"]
