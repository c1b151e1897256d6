package report

// Regulation is the name of the origin of what is built in.
const Regulation = "the Regulation"

// Origin says whose a rule is. The zero value, as in reports of before there were
// origins, is that of the Regulation without a digest.
type Origin struct {
	// House is true of a rule that somebody added to those of the Regulation.
	House bool `json:"house"`
	// Name is [Regulation], or the directory of policies that the rule comes from.
	Name string `json:"name"`
	// SHA256 identifies the policies of the origin by their content.
	SHA256 string `json:"sha256"`
	// About is the provision of the Regulation that a rule of a house says it is
	// about, in the words of its author; empty if it says nothing.
	About string `json:"about"`
}
