# METADATA
# scope: package
# title: A designated service has stayed below the threshold for a year
# description: >-
#   The Commission ends a designation where the service has stayed below 45 million average monthly active
#   recipients for an uninterrupted year. Until that decision has been notified and four months have passed,
#   Section 5 goes on.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_33
# custom:
#   id: dsa.art33.5
#   article: 33(5)
#   kind: indicator
#   addressee: vlop_vlose
#   start: early
#   penalty: [none]
#   supervised_by: commission
#   recitals: [75, 76, 77]
#   interpretation: >-
#     An uninterrupted year is read as 12 full months in a row.
package dsa.art33.art33_5

import data.dsa.scope
import data.law

# METADATA
# title: The service has been below the threshold for a year, so that its designation can be ended
# custom:
#   words: [uninterrupted period of one year, terminate its designation]
noted contains "termination_available" if {
	input.service.amar_months_below_threshold >= law.months_below_threshold
	not scope.designation_over
}
