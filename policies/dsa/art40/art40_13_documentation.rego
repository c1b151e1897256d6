# METADATA
# scope: package
# title: Vetted researchers get the documents they need and no further conditions
# description: >-
#   Under the delegated act on data access the provider supplies what is needed to understand the data, such as
#   codebooks and changelogs, and imposes on vetted researchers no management requirements or limits on tools that may
#   hinder the research, nor conditions on personal data, that the reasoned request does not name (Art. 15(2)-(4)).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
#   - https://eur-lex.europa.eu/eli/reg_del/2025/2050/oj
# custom:
#   id: dsa.art40.13.documentation
#   article: 40(13)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   from: "2025-10-29"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art40.4, dsa.art40.7]
#   supervised_by: commission
#   recitals: [97]
#   judgement_terms: []
#   exceptions: >-
#     Where a document may create a significant vulnerability of the service, the provider tells the Coordinator and,
#     where possible, proposes an alternative instead. Limits that the reasoned request names are allowed.
#   interpretation: >-
#     A breach of the delegated act alone has not been fined so far. It is read as a part of Art. 40, on which the act
#     is based, and never as a second infringement beside it.
package dsa.art40.art40_13_documentation

# METADATA
# title: Access of vetted researchers has fallen due
concerned if input.data_access.vetted_requests_count > 0

# METADATA
# title: Researchers did not get the documents needed to understand the data
# custom:
#   words: [metadata and documentation, significant vulnerability]
#   remediation: >-
#     Supply the documents that describe the data, such as codebooks and changelogs.
breach contains "no_documentation" if {
	input.data_access.data_access_documentation_supplied == false
	not withheld_lawfully
}

withheld_lawfully if input.data_access.data_access_documentation_withheld_lawfully

# METADATA
# title: Researchers must meet conditions that the reasoned request does not name
# custom:
#   words: [hinder the research, processing of personal data]
#   remediation: >-
#     Drop every condition that the reasoned request does not name.
breach contains "extra_conditions" if input.data_access.data_access_extra_conditions_count > 0
