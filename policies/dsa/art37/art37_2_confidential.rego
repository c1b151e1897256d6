# METADATA
# scope: package
# title: Versions of the audit reports can be published
# description: >-
#   Where publication under Art. 42(4) needs it, the audit report and the audit implementation report come with
#   versions that hold no information that could reasonably be considered confidential.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
# custom:
#   id: dsa.art37.2.confidential
#   article: 37(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   exceptions: >-
#     Only where the transparency reporting of Art. 42(4) makes it necessary.
package dsa.art37.art37_2_confidential

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: The reports hold confidential information
concerned if input.audit.audit_reports_hold_confidential_information

# METADATA
# title: There is no version of the reports without confidential information
# custom:
#   words: versions that do not contain any information
#   remediation: >-
#     Draw up versions of both reports without the confidential passages.
breach contains "no_public_version" if input.audit.audit_public_version_exists == false
