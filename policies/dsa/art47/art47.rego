# METADATA
# scope: package
# title: Codes of conduct for accessibility are joined
# description: >-
#   Voluntary codes to make services accessible to persons with disabilities.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_47
# custom:
#   id: dsa.art47
#   article: "47"
#   kind: voluntary
#   addressee: online_platform
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [105]
#   judgement_terms: []
#   exceptions: >-
#     Not in the scope of the yearly audit, because Art. 37(1)(b) names Arts 45, 46 and 48 only.
package dsa.art47.art47

# METADATA
# title: The provider has signed a code of conduct for accessibility
# custom:
#   words: drawing up of codes of conduct
noted contains "signed" if {
	some _ in input.codes.accessibility_codes_signed
}
