# METADATA
# scope: package
# title: Removals from published reports are reasoned and the full reports sent
# description: >-
#   A provider may remove information from the published reports that might reveal confidential information, cause
#   significant vulnerabilities for security, undermine public security or harm recipients. It then sends the
#   complete reports to the Digital Services Coordinator of establishment and to the Commission, with the reasons
#   for each removal.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
# custom:
#   id: dsa.art42.5
#   article: 42(5)
#   kind: conditional_duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   judgement_terms: [might result in]
#   interpretation: >-
#     The four grounds are read as exhaustive. Whether a removal was really needed on its ground is not judged.
package dsa.art42.art42_5

# METADATA
# title: Information was removed from the published reports
concerned if input.audit.redactions_count > 0

# METADATA
# title: Information was removed on a ground that the law does not name
# custom:
#   words: [confidential information, significant vulnerabilities, undermine public security, harm recipients]
#   remediation: >-
#     Publish what was removed on any other ground than the four of the paragraph.
breach contains "ground" if "other" in input.audit.redactions_ground

# METADATA
# title: The complete reports were not sent to the authorities
# custom:
#   words: transmit the complete reports
#   remediation: >-
#     Send the complete reports to the Digital Services Coordinator of establishment and to the Commission.
breach contains "full_reports" if input.audit.full_reports_transmitted == false

# METADATA
# title: Reasons are missing for information that was removed
# custom:
#   words: statement of the reasons for removing
#   remediation: >-
#     State to both authorities the reasons for each removal.
breach contains "reasons" if input.audit.redactions_justified_count < input.audit.redactions_count
