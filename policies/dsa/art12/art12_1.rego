# METADATA
# scope: package
# title: Recipients have a direct and rapid point of contact with people behind it
# description: >-
#   The provider designates one point of contact through which recipients can communicate with it directly and rapidly,
#   by electronic means and in a user-friendly way; they can choose the means of communication, and not all of them may
#   be automated.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_12
# custom:
#   id: dsa.art12.1
#   article: 12(1)
#   kind: duty
#   addressee: intermediary
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [43]
#   judgement_terms: [directly, rapidly, user-friendly]
#   interpretation: >-
#     Choice of means is read as at least two, of which one leads to a person.
#   remediation: >-
#     Offer one address for recipients where they can choose between means of communication, at least one of which leads
#     to a person who can deal with the matter, and answer quickly.
package dsa.art12.art12_1

import data.parameters

# METADATA
# title: There is no point of contact for recipients
breach contains "none" if input.contact_points.recipient_contact_point_exists == false

# METADATA
# title: Recipients are sent to more than one point of contact
breach contains "several" if input.contact_points.recipient_contact_points_count > 1

# METADATA
# title: Recipients cannot reach the point of contact by electronic means
breach contains "not_electronic" if input.contact_points.recipient_contact_is_electronic == false

# METADATA
# title: Recipients cannot communicate with the provider directly and rapidly
breach contains "not_direct" if input.contact_points.recipient_contact_direct_and_rapid == false

# METADATA
# title: The point of contact for recipients is not user-friendly
breach contains "unfriendly" if input.contact_points.recipient_contact_user_friendly == false

# METADATA
# title: Recipients cannot choose the means of communication
breach contains "no_choice" if input.contact_points.recipient_contact_choice_of_means == false

# METADATA
# title: Recipients reach automated tools only
breach contains "automated" if input.contact_points.recipient_contact_human_reachable == false

# METADATA
# title: Half of the recipients wait too long for an answer
breach contains "slow" if {
	limit := parameters.median_hours_recipient_contact_to_reply_max
	input.contact_points.median_hours_recipient_contact_to_reply > limit
}
