# METADATA
# scope: package
# title: Whether Section 3 binds the service
# description: >-
#   Arts 20 to 23 bind online platforms that Art. 19 does not free. Provisions on all hosts depend on it where they
#   speak of what only those Articles order, or where one of those Articles suspends what they ask for.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj
package dsa.section3

import data.dsa.scope

# METADATA
# title: The service is an online platform that its size does not free
binds if {
	scope.addressed(profile)
	not scope.exempt(profile)
}

profile := {"addressee": "online_platform", "addressee_also": [], "vlop_only": false, "exemption": "art19_1"}
