# METADATA
# scope: package
# title: Known minors see no ads based on profiling
# description: >-
#   A platform does not present advertisements based on profiling with personal data of the recipient when it is aware
#   with reasonable certainty that the recipient is a minor.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_28
# custom:
#   id: dsa.art28.2
#   article: 28(2)
#   kind: prohibition
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [71]
#   judgement_terms: [reasonable certainty]
#   exceptions: >-
#     Platforms without advertisements. Contextual advertisements are allowed. No additional personal data need be
#     processed to find out whether a recipient is a minor, Art. 28(3).
#   interpretation: >-
#     Counted are the ads shown since the end of the last period reported under Art. 15, so that what was stopped does
#     not stay a breach for ever.
#   catalogue: >-
#     The catalogue counts impressions without a beginning.
package dsa.art28.art28_2

# METADATA
# title: The platform presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: Recipients known to be minors were shown advertisements based on profiling
# custom:
#   words: [not present advertisements, based on profiling, aware with reasonable certainty]
#   remediation: >-
#     Stop showing ads that rest on profiling to recipients who are known with reasonable certainty to be minors;
#     contextual ads may stay.
breach contains "profiled" if input.minors.profiled_ad_impressions_to_known_minors_count > 0
