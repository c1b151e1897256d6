package sor

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// cell is a cell that was read before: its bytes with the delimiter, and what
// they mean. Rows repeat most of their cells, long ones above all.
type cell struct {
	raw      []byte
	id       uint64
	code     uint8
	set      set
	day      int32
	platform string
}

var emptyCell = cell{day: noDay}

// maxRemembered bounds the memory of a scanner; no cell of a dump is longer.
const maxRemembered = 32 << 10

// keep puts a cell into the row.
func (s *Scanner) keep(d *definition, c *cell) {
	switch d.kind {
	case uuid:
		s.row.id = c.id
	case value:
		s.row.codes[d.field] = c.code
	case list:
		s.row.sets[d.field] = c.set
	case day:
		s.row.days[d.field] = c.day
	case name:
		s.row.Platform = c.platform
	}
}

// decode reads a cell by the kind of its column into c. Values that are in no
// list are noted in s.unknown, and then known is false.
func (s *Scanner) decode(d *definition, column int, raw []byte, c *cell) (known bool, reason string) {
	c.day, known = noDay, true
	content := unquote(raw)
	if len(content) == 0 {
		if d.required {
			reason = "no value in column " + s.header.names[column]
		}
		return known, reason
	}
	ok := true
	switch d.kind {
	case uuid:
		if c.id, ok = parseUUID(content); !ok {
			return known, "does not begin with a UUID"
		}
	case value:
		c.code, known = d.values.code(content)
		ok = c.code != 0
		if !known && ok {
			s.unknown = append(s.unknown, unknownValue{s.header.names[column], string(content)})
		}
	case list:
		c.set, known, ok = s.list(d.values, column, content)
	case day:
		c.day, ok = parseDay(content)
		// Facts are about the days on which statements were made.
		ok = ok && (!d.required || firstDay <= c.day && c.day <= lastDay)
	case name:
		c.platform, ok = s.platform(content)
	}
	if !ok {
		reason = fmt.Sprintf("%q does not belong in column %s", shorten(string(content), 60), s.header.names[column])
	}
	return known, reason
}

// unquote removes the quotes around a cell; doubled ones within stay.
func unquote(raw []byte) []byte {
	if len(raw) >= 2 && raw[0] == '"' {
		return raw[1 : len(raw)-1]
	}
	return raw
}

// list reads a JSON list of constants whose quotes are doubled. known is false
// if some value is not in the vocabulary.
func (s *Scanner) list(v *vocabulary, column int, content []byte) (members set, known, ok bool) {
	known = true
	content, opens := bytes.CutPrefix(content, []byte("["))
	content, closes := bytes.CutSuffix(content, []byte("]"))
	if !opens || !closes {
		return set{}, false, false
	}
	for len(content) > 0 {
		member, isString := bytes.CutPrefix(content, []byte(`""`))
		end := bytes.IndexByte(member, '"')
		if !isString || end < 0 {
			return set{}, false, false
		}
		code, listed := v.code(member[:end])
		if code == 0 {
			if v != countries || !isConstant(member[:end]) {
				return set{}, false, false
			}
			code, listed = v.other(), false // a new State
		}
		if !listed {
			known = false
			s.unknown = append(s.unknown, unknownValue{s.header.names[column], string(member[:end])})
		}
		members.add(code)
		content, isString = bytes.CutPrefix(member[end:], []byte(`""`))
		if !isString {
			return set{}, false, false
		}
		if len(content) > 0 {
			content, isString = bytes.CutPrefix(content, []byte(","))
			content = bytes.TrimLeft(content, " ")
			if !isString || len(content) == 0 {
				return set{}, false, false
			}
		}
	}
	return members, known, true
}

// maxNames bounds what a scanner remembers of platforms, each of which may have
// a long name.
const maxNames = 512

// platform returns the name of a platform; one string for each of them.
func (s *Scanner) platform(content []byte) (string, bool) {
	if known, ok := s.names[string(content)]; ok {
		return known, true
	}
	if len(content) > 2000 {
		return "", false
	}
	plain := strings.ReplaceAll(string(content), `""`, `"`)
	plain = strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || r == 0x7f {
			return '?'
		}
		return r
	}, plain)
	if plain = strings.TrimSpace(plain); plain == "" {
		return "", false
	}
	if len(s.names) >= maxNames {
		clear(s.names)
	}
	s.names[string(content)] = plain
	return plain, true
}
