package facts

import "github.com/dsaeval/dsaeval/internal/document"

// date returns the day that a node holds, "" if it holds none.
func date(n *Node) string {
	if n == nil || n.Kind != String || !document.IsDate(n.Text) {
		return ""
	}
	return n.Text
}
