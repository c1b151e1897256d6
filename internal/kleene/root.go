package kleene

// Root is a question of a program.
type Root struct {
	// Cond is what the question comes to. Of Values it emits them.
	Cond *Cond
	// Findings are those of a set, in the order of their codes.
	Findings []Finding
}

// Finding is one code of a set of findings.
type Finding struct {
	Code string
	Cond *Cond
	// List is the list whose elements the finding is about; nil if it is about
	// none. The condition then takes the index of the element from the slot of the
	// argument [ItemArgument].
	List *Term
}

// ItemArgument is the argument that says which element a finding is about.
const ItemArgument = "item"
