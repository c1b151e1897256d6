package document

import (
	"crypto/sha256"
	"encoding/hex"
)

// Digest is the SHA-256 of a content in hexadecimal digits, as reports name files by it.
func Digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
