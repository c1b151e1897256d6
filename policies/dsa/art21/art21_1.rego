# METADATA
# scope: package
# title: Information on out-of-court dispute settlement is easy to find, clear and user-friendly
# description: >-
#   The platform makes sure that recipients find on its interface, easily and in a clear and user-friendly form, that
#   they can turn to a certified out-of-court dispute settlement body.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_21
# custom:
#   id: dsa.art21.1
#   article: 21(1)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [59, 60]
#   judgement_terms: [easily accessible, clear and user-friendly]
#   exceptions: >-
#     What statements of reasons and replies to complaints have to say about it belongs to Arts 17(3)(f) and 20(5).
package dsa.art21.art21_1

import data.parameters

# METADATA
# title: The interface does not tell of out-of-court dispute settlement
# custom:
#   words: [information about the possibility, online interface]
#   remediation: >-
#     Say on the interface that recipients can turn to a certified out-of-court dispute settlement body.
breach contains "no_information" if input.complaints.ods_info_on_interface == false

# METADATA
# title: The information on out-of-court dispute settlement is not easily accessible
# custom:
#   words: easily accessible
#   remediation: >-
#     Put the information where recipients look for help with decisions, and link it from there.
breach contains "hard_to_access" if {
	input.complaints.ods_info_on_interface
	input.complaints.ods_info_easily_accessible == false
}

# METADATA
# title: The information on out-of-court dispute settlement is not clear and user-friendly
# custom:
#   words: clear and user-friendly
#   remediation: >-
#     Rewrite the information so that recipients see what they can do and how.
breach contains "unclear" if {
	input.complaints.ods_info_on_interface
	input.complaints.ods_info_clear_and_user_friendly == false
}

# METADATA
# title: It takes many clicks from the start page to the information
speaks_against contains "many_clicks" if {
	input.complaints.ods_info_clicks_from_home > parameters.ods_info_clicks_from_home_max
}
