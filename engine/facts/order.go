package facts

import "fmt"

// order checks not_before.
func (c *contradictions) order(later *Node, path, at Path, ref string) {
	earlier, earlierAt := c.find(path, ref)
	if date(later) == "" || date(earlier) == "" || date(later) >= date(earlier) {
		return
	}
	c.add(later, fmt.Sprintf("%s is %s, before %s, which is %s%s", at, later.Text, earlierAt, earlier.Text, beside(earlier.Position)),
		"", at, earlierAt)
}
