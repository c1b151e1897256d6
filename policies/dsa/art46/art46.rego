# METADATA
# scope: package
# title: Codes of conduct for online advertising are joined
# description: >-
#   Voluntary codes for more transparency in the chain of online advertising, beyond Arts 26 and 39.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_46
# custom:
#   id: dsa.art46
#   article: "46"
#   kind: voluntary
#   addressee: online_platform
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [107]
#   judgement_terms: []
#   exceptions: >-
#     For designated services the commitments taken are audited yearly, Art. 37(1)(b).
package dsa.art46.art46

# METADATA
# title: The provider has signed a code of conduct for online advertising
# custom:
#   words: voluntary codes of conduct
noted contains "signed" if {
	some _ in input.codes.advertising_codes_signed
}
