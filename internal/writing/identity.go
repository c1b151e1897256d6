package writing

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
)

// Home is where the program is described; names of ours begin with it.
const Home = "https://github.com/dsaeval/dsaeval"

// Fingerprint identifies a result by what it is about, whatever its line:
// moving a thing inside its file opens no new alert. The parts are quoted before
// they are joined, so that no two lists of them are alike.
func Fingerprint(parts ...string) string {
	sum := sha256.New()
	for _, part := range parts {
		sum.Write([]byte(strconv.Quote(part)))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// FileURI is the name of a file as a URI, relative if the name is.
func FileURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if path.IsAbs(u.Path) {
		u.Scheme = "file"
	}
	return u.String()
}
