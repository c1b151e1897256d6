package tables

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns a file into text in UTF-8 whose lines end in LF, and notes what it
// was otherwise.
func (s *Table) decode(content []byte) ([]byte, error) {
	content, err := s.fromUTF16(content)
	if err != nil {
		return nil, err
	}
	if bytes.IndexByte(content, 0) >= 0 {
		return nil, Fail(s.File, ErrCorrupt, "the file is not UTF-8 text", "save it as CSV in UTF-8")
	}
	content = bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF"))
	if start := bytes.ToLower(content[:min(len(content), 200)]); bytes.HasPrefix(bytes.TrimSpace(start), []byte("<!doctype")) || bytes.HasPrefix(bytes.TrimSpace(start), []byte("<html")) {
		return nil, Fail(s.File, ErrCorrupt, "the file is a web page and no CSV", "download the file itself")
	}
	content = s.lineEnds(content)
	if utf8.Valid(content) {
		return content, nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return nil, Fail(s.File, ErrCorrupt, "the file is not UTF-8 text", "save it as CSV in UTF-8")
	}
	s.Note(0, 0, "encoding", true, "the file is not UTF-8, as is prescribed; it was read as Windows-1252")
	return decoded, nil
}

// fromUTF16 decodes what spreadsheets call "Unicode text", which its first two bytes
// tell.
func (s *Table) fromUTF16(content []byte) ([]byte, error) {
	if !bytes.HasPrefix(content, []byte("\xFF\xFE")) && !bytes.HasPrefix(content, []byte("\xFE\xFF")) {
		return content, nil
	}
	decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(content)
	if err != nil || len(content)%2 > 0 {
		return nil, Fail(s.File, ErrCorrupt, "the file begins as UTF-16 and is not", "save it as CSV in UTF-8")
	}
	s.Note(0, 0, "encoding", true, "the file is not UTF-8, as is prescribed; it was read as UTF-16")
	return decoded, nil
}

// lineEnds gives lines that end in CR alone an LF instead. Within quotes a CR belongs
// to a cell, and beside another line end it ends nothing.
func (s *Table) lineEnds(content []byte) []byte {
	if bytes.IndexByte(content, '\r') < 0 {
		return content
	}
	quoted, alone := false, []int(nil)
	for i, c := range content {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\r' && !quoted && (i+1 == len(content) || content[i+1] != '\n' && content[i+1] != '\r') && (i == 0 || content[i-1] != '\r'):
			alone = append(alone, i)
		}
	}
	if len(alone) == 0 || len(alone) == 1 && alone[0] == len(content)-1 {
		return content
	}
	s.Note(0, 0, "line-ends", true, "lines end in CR alone")
	content = bytes.Clone(content)
	for _, i := range alone {
		content[i] = '\n'
	}
	return content
}

// sampledLines is how many lines are looked at for what separates cells.
const sampledLines = 30

// delimiterOf returns which of the usual marks separates the cells: the one that is
// the most frequent outside of quotes on most of the first lines that have any; a
// comma unless others are more.
func delimiterOf(text []byte) rune {
	marks := []rune{',', ';', '\t', '|'}
	votes := map[rune]int{}
	quoted, lines := false, 0
	for line := range bytes.Lines(text) {
		counts := map[rune]int{}
		for _, r := range string(line) {
			if r == '"' {
				quoted = !quoted
			} else if !quoted {
				counts[r]++
			}
		}
		if best := most(marks, counts); counts[best] > 0 {
			votes[best]++
		}
		if lines++; lines == sampledLines {
			break
		}
	}
	return most(marks, votes)
}

// most returns the first of the marks that no other exceeds.
func most(marks []rune, counts map[rune]int) rune {
	best := marks[0]
	for _, r := range marks[1:] {
		if counts[r] > counts[best] {
			best = r
		}
	}
	return best
}
