# METADATA
# scope: package
# title: Voluntary standards are applied
# description: >-
#   The Commission supports voluntary standards, for instance on notices, audits, ad repositories, interfaces and the
#   protection of minors. Using one is evidence and no duty.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_44
# custom:
#   id: dsa.art44
#   article: 44(1)
#   kind: voluntary
#   addressee: intermediary
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [102]
#   judgement_terms: []
package dsa.art44.art44

# METADATA
# title: The service applies a voluntary standard
# custom:
#   words: voluntary standards
noted contains "applied" if {
	some _ in input.codes.standards_applied
}
