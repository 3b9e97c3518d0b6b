"""Who a patient is: taken out, and identifiers made anew."""
