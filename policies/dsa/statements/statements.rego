# METADATA
# scope: package
# title: Whether statements of reasons were sent
# description: >-
#   What a statement has to hold, Art. 17(3), presupposes that there are statements; where there are none although
#   content was restricted, Art. 17(1) is breached. Statements that were read were sent, and those that were sorted are
#   part of the sample that was read.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
package dsa.statements

# METADATA
# title: Statements of reasons were sent
sent if input.statements_of_reasons.statements_of_reasons_sent_count > 0

sent if input.statements_of_reasons.sor_sample_size > 0
