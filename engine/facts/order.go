package facts

import "fmt"

// order checks not_before.
func (c *contradictions) order(later *Node, this side, ref string) {
	earlier := c.find(this, ref)
	if date(later) == "" || date(earlier) == "" || date(later) >= date(earlier) {
		return
	}
	at, earlierAt := this.own(), this.other(ref)
	c.add(later, fmt.Sprintf("%s is %s, before %s, which is %s%s", at, later.Text, earlierAt, earlier.Text, beside(earlier.Position)),
		"", at, earlierAt)
}
