package document

import "fmt"

// A fact document has a few hundred values, three levels deep. The limits are
// far above that, and low enough for a hostile file to end in an error: Go
// cannot recover from a stack overflow or from running out of memory.
const (
	// MaxSize is the largest file that is read, in bytes (16 MiB).
	MaxSize = 16 << 20
	// MaxDepth is how deep objects and lists may be nested.
	MaxDepth = 64
	// MaxValues is how many values one document may hold.
	MaxValues = 250_000
	// MaxKey is how many characters the key of an object may have.
	MaxKey = 1000
	// MaxDocuments is how many lines of NDJSON one file may hold.
	MaxDocuments = 100_000
	// MaxDigits is how many digits a number may have. Amounts of money, which
	// need the most, are text of at most 28 digits.
	MaxDigits = 34

	// maxExponent keeps numbers exact without big denominators; float64, which
	// most readers of a report use, ends there as well.
	maxExponent = 308
	// MaxProblems keeps a list of problems readable, and bounded.
	MaxProblems = 1000
)

// sizeText returns a size in the unit that people would use.
func sizeText(bytes int64) string {
	switch {
	case bytes >= 10<<30:
		return fmt.Sprintf("%d GiB", bytes>>30)
	case bytes >= 10<<20:
		return fmt.Sprintf("%d MiB", bytes>>20)
	case bytes >= 10<<10:
		return fmt.Sprintf("%d KiB", bytes>>10)
	default:
		return fmt.Sprintf("%d bytes", bytes)
	}
}
