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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   judgement_terms: [might result in]
#   interpretation: >-
#     The four grounds are read as exhaustive. Whether a removal was really needed on its ground is not judged.
#   remediation: >-
#     Send the complete reports with a statement of reasons, and publish what was removed on any other ground.
package dsa.art42.art42_5

# METADATA
# title: Information was removed from the published reports
concerned if input.audit.redactions_count > 0

# METADATA
# title: The complete reports were not sent to the authorities
breach contains "full_reports" if input.audit.full_reports_transmitted == false

# METADATA
# title: Reasons are missing for information that was removed
breach contains "reasons" if input.audit.redactions_justified_count < input.audit.redactions_count

# METADATA
# title: Information was removed on a ground that the law does not name
breach contains "ground" if "other" in input.audit.redactions_ground
