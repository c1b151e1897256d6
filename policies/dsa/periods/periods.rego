# METADATA
# scope: package
# title: Periods within which something has to be done
# description: >-
#   Counts periods in days, weeks, months and years as Regulation (EEC, Euratom) No 1182/71 does: the day of the event
#   does not count, the end moves past Saturdays, Sundays and public holidays of the place where the act is to be done,
#   and two days or more hold two working days. Periods during which something is kept or kept open, grace, and the
#   first days of duties do not move and are not counted here.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/1971/1182/oj
package dsa.periods

import data.law

# METADATA
# title: A day lies after the period that an event has begun
# description: >-
#   For acts towards anybody but an institution of the Union. Where the State is not known, the day decides by itself if
#   it lies before the earliest or after the latest end that the period has in any Member State.
over(day, start, n, unit) if {
	input.service.established_in_eu
	day > dates.period_end(start, n, unit, input.service.establishment_state)
}

# A provider outside the Union acts through its legal representative, Art. 13.
over(day, start, n, unit) if {
	input.service.established_in_eu == false
	day > dates.period_end(start, n, unit, input.contact_points.legal_representative_state)
}

# METADATA
# title: A day lies after the period that an event has begun, for acts towards the Commission
over_to_commission(day, start, n, unit) if day > dates.period_end(start, n, unit, "institutions")

# METADATA
# title: A day lies after a last day that is given
passed(day, last) if {
	input.service.established_in_eu
	day > dates.last_day(last, input.service.establishment_state)
}

passed(day, last) if {
	input.service.established_in_eu == false
	day > dates.last_day(last, input.contact_points.legal_representative_state)
}

# METADATA
# title: A day lies after a last day that is given, for acts towards the Commission
passed_to_commission(day, last) if day > dates.last_day(last, "institutions")

# METADATA
# title: Lateness that ended on a day is not yet time-barred, Art. 77(1) and (2)
# custom: {period: observed}
remembered(ended_on) if input.assessment.date <= dates.add_months(ended_on, law.limitation_months)
