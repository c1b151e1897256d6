package factfile

import (
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// lines are those of the text, without line feeds.
func (f *File) lines() []string { return strings.Split(strings.TrimSuffix(f.text, "\n"), "\n") }

// joined makes a text of lines, with the line ends of the file.
func (f *File) joined(lines []string) string {
	if strings.Contains(f.text, "\r\n") {
		for i := range lines {
			lines[i] = strings.TrimSuffix(lines[i], "\r") + "\r"
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// lineStart is the offset of the first byte of a line.
func (f *File) lineStart(line int) int {
	offset := 0
	for range line - 1 {
		offset += strings.IndexByte(f.text[offset:], '\n') + 1
	}
	return offset
}

// offset turns a place, which counts characters, into an offset in bytes.
func (f *File) offset(at document.Position) int {
	if at.Line == 0 {
		return 0
	}
	offset := f.lineStart(at.Line)
	column := 1
	for i := range f.text[offset:] {
		if column == at.Column {
			return offset + i
		}
		column++
	}
	return len(f.text)
}
