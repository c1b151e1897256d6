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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [43]
#   judgement_terms: [directly, rapidly, user-friendly]
#   interpretation: >-
#     Choice of means is read as at least two, of which one leads to a person.
package dsa.art12.art12_1

import data.parameters

# METADATA
# title: There is no point of contact for recipients
# custom:
#   words: designate a single point of contact
#   remediation: >-
#     Designate one point of contact for recipients behind which there are people.
breach contains "none" if input.contact_points.recipient_contact_point_exists == false

# METADATA
# title: Recipients are sent to more than one point of contact
# custom:
#   words: designate a single point of contact
#   remediation: >-
#     Name one of them as the point of contact for recipients and offer the means of communication there.
breach contains "several" if input.contact_points.recipient_contact_points_count > 1

# METADATA
# title: Recipients cannot communicate with the provider directly and rapidly
# custom:
#   words: communicate directly and rapidly
#   remediation: >-
#     Let messages reach somebody who can deal with the matter and who answers it, not standard replies only.
breach contains "not_direct" if input.contact_points.recipient_contact_direct_and_rapid == false

# METADATA
# title: Half of the recipients wait too long for an answer
# custom:
#   words: communicate directly and rapidly
#   remediation: >-
#     Put enough people behind the point of contact for the messages that come in.
breach contains "slow" if {
	limit := parameters.median_hours_recipient_contact_to_reply_max
	input.contact_points.median_hours_recipient_contact_to_reply > limit
}

# METADATA
# title: Contact is said to be direct and rapid, and half of the recipients wait for more than a day
speaks_against contains "slow_answers" if {
	input.contact_points.recipient_contact_direct_and_rapid
	limit := parameters.median_hours_recipient_contact_to_reply_rapid_max
	input.contact_points.median_hours_recipient_contact_to_reply > limit
}

# METADATA
# title: Recipients cannot reach the point of contact by electronic means
# custom:
#   words: by electronic means
#   remediation: >-
#     Give the point of contact at least one means of electronic communication.
breach contains "not_electronic" if input.contact_points.recipient_contact_is_electronic == false

# METADATA
# title: The point of contact for recipients is not user-friendly
# custom:
#   words: in a user-friendly manner
#   remediation: >-
#     Remove the steps that keep people from writing, and test with recipients whether they get through.
breach contains "unfriendly" if input.contact_points.recipient_contact_user_friendly == false

# METADATA
# title: Recipients cannot choose the means of communication
# custom:
#   words: choose the means of communication
#   remediation: >-
#     Offer at least two means of communication at the point of contact.
breach contains "no_choice" if input.contact_points.recipient_contact_choice_of_means == false

# METADATA
# title: Recipients reach automated tools only
# custom:
#   words: not solely rely on automated tools
#   remediation: >-
#     Let at least one of the means lead to a person, and say which.
breach contains "automated" if input.contact_points.recipient_contact_human_reachable == false
