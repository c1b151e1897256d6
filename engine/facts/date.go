package facts

import "time"

// IsDate reports whether a text is a real calendar day written YYYY-MM-DD, with
// all its zeros: such texts compare as the days do.
func IsDate(text string) bool {
	if len(text) != len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// date returns the day that a node holds, "" if it holds none.
func date(n *Node) string {
	if n == nil || n.Kind != String || !IsDate(n.Text) {
		return ""
	}
	return n.Text
}
