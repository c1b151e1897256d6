# METADATA
# scope: package
# title: The Coordinator is told when access of vetted researchers begins and ends
# description: >-
#   Under the delegated act on data access the provider tells the Digital Services Coordinator of establishment within
#   three working days that vetted researchers were given access, and that their access was ended (Art. 15(1)).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
#   - https://eur-lex.europa.eu/eli/reg_del/2025/2050/oj
# custom:
#   id: dsa.art40.13.notify
#   article: 40(13)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   from: "2025-10-29"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art40.4]
#   supervised_by: commission
#   recitals: [97]
#   judgement_terms: []
#   interpretation: >-
#     A breach of the delegated act alone has not been fined so far. It is read as a part of Art. 40, on which the act
#     is based, and never as a second infringement beside it.
package dsa.art40.art40_13_notify

# METADATA
# title: The Coordinator was not told within three working days that access began or ended
# custom:
#   words: [within three working days, Digital Services Coordinator of establishment]
#   remediation: >-
#     Tell the Coordinator of every beginning and end of access that it does not know of, and make the message part
#     of the procedure.
breach contains "not_notified" if {
	input.data_access.data_access_events_notified_within_3_working_days_count < input.data_access.data_access_events_count
}
