# METADATA
# scope: package
# title: What the law asks of all but some
# description: >-
#   Orders, notices and complaints are owed something each, apart from some that the law takes out. The words of the law
#   for that, over counts of which any may be unknown.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj
package dsa.arithmetic

# METADATA
# title: Of the whole, apart from the exceptions, some are not in the part
# description: >-
#   The part and the exceptions have no member in common. Either alone may show that nothing was left out, whatever the
#   other; that is why each is compared first.
left_out(part, except, whole) if {
	part < whole
	except < whole
	part + except < whole
}
