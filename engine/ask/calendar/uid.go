package calendar

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// uid names what an entry is about: the service, the kind, the obligation and the
// finding, what the entry already has as its name, and of what has happened the day. What is due again next year keeps its
// name, so that a calendar program moves it.
func (m *maker) uid(e Entry) string {
	parts := []string{string(e.Kind)}
	if e.Status == Done || e.Status == DoneLate {
		parts = append(parts, "done", string(e.Day()))
	}
	if len(e.Obligations) > 0 {
		parts = append(parts, e.Obligations[0])
	}
	if e.UID != "" {
		parts = append(parts, e.UID)
	}
	if len(e.Grounds) > 0 {
		parts = append(parts, e.Grounds[0].Code)
		if item := e.Grounds[0].Item; item != nil {
			parts = append(parts, strconv.Itoa(*item))
		}
	}
	if len(e.Obligations) > 1 || e.Kind == Begins {
		parts = append(parts, e.Article)
	}
	service := sha256.Sum256([]byte(m.Service.Provider + "\x00" + m.Service.Name))
	name := strings.Join(parts, ".") + "." + hex.EncodeToString(service[:6])
	for n, taken := 2, name; ; n++ {
		if !m.uids[taken] {
			m.uids[taken] = true
			return taken + "@dsaeval"
		}
		taken = name + "." + strconv.Itoa(n)
	}
}
