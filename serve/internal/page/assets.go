package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/internal/look"
)

//go:embed *.tmpl page.css page.js icon.svg
var files embed.FS

var assets = map[string][]byte{
	"page.css": append([]byte(look.CSS), read("page.css")...),
	"page.js":  read("page.js"),
	"icon.svg": read("icon.svg"),
}

// read reads an embedded file; that it is there was checked at build time.
func read(name string) []byte {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return content
}

// digests stand in the addresses, so that a browser can keep a file for ever.
var digests = func() map[string]string {
	all := map[string]string{}
	for name, content := range assets {
		sum := sha256.Sum256(content)
		all[name] = hex.EncodeToString(sum[:8])
	}
	return all
}()

func asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	content, ok := assets[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if r.URL.RawQuery == digests[name] {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.HasSuffix(name, ".svg") {
		w.Header().Set("Content-Type", "image/svg+xml")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}
