package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// mutant is one small change to a file that some test should notice.
type mutant struct {
	File string // below the directory of policies
	Line int    // from 1
	Kind string
	From string // the line, or the first line of the rule, as it was
	To   string // as it is; empty if it was dropped

	content string // of the whole file
}

func (m mutant) String() string {
	if m.To == "" {
		return fmt.Sprintf("%s:%d: %s: %s", m.File, m.Line, m.Kind, m.From)
	}
	return fmt.Sprintf("%s:%d: %s: %s -> %s", m.File, m.Line, m.Kind, m.From, m.To)
}

// key names the mutant independently of where it stands in the file.
func (m mutant) key() string { return m.File + ": " + m.Kind + ": " + m.From + " -> " + m.To }

// mutantsOf returns every change to a file of Rego or of figures of the law.
func mutantsOf(file, content string) []mutant {
	lines := strings.Split(content, "\n")
	var all []mutant
	add := func(kind string, i int, to ...string) {
		changed := append(append(append([]string{}, lines[:i]...), to...), lines[i+1:]...)
		m := mutant{File: file, Line: i + 1, Kind: kind, From: strings.TrimSpace(lines[i]), content: strings.Join(changed, "\n")}
		if len(to) > 0 {
			m.To = strings.TrimSpace(to[0])
		}
		all = append(all, m)
	}
	for i, line := range lines {
		code := strings.TrimSpace(line)
		if strings.HasSuffix(file, ".yaml") {
			for _, c := range inFigure(line) {
				add(c.kind, i, c.line)
			}
			continue
		}
		if code == "" || strings.HasPrefix(code, "#") || strings.HasPrefix(code, "package ") || strings.HasPrefix(code, "import ") {
			continue
		}
		for _, c := range inLine(line) {
			add(c.kind, i, c.line)
		}
		if strings.HasPrefix(line, "\t") && droppable(code) {
			add("dropped line", i)
		}
	}
	if strings.HasSuffix(file, ".yaml") {
		return all
	}
	return append(all, droppedRules(file, lines)...)
}

// droppable reports whether a line of a body is a statement of its own.
func droppable(code string) bool {
	return !strings.HasPrefix(code, "some ") && !strings.Contains(code, ":=") &&
		!strings.HasSuffix(code, "(") && !strings.HasSuffix(code, ",") && !strings.HasSuffix(code, "{") &&
		!strings.HasPrefix(code, ")") && !strings.HasPrefix(code, "}")
}

type change struct{ kind, line string }

// operators are the comparisons with what each becomes.
var operators = []struct{ kind, from, to string }{
	{"comparison", " == ", " != "},
	{"comparison", " != ", " == "},
	{"boundary", " < ", " <= "},
	{"boundary", " <= ", " < "},
	{"boundary", " > ", " >= "},
	{"boundary", " >= ", " > "},
	{"comparison", " < ", " > "},
	{"comparison", " > ", " < "},
	{"comparison", " <= ", " == "},
	{"comparison", " >= ", " == "},
	{"arithmetic", " + ", " - "},
	{"arithmetic", " - ", " + "},
}

var (
	statement = regexp.MustCompile(`^(\t+)((?:input|data)\.[a-z0-9_.]+)$`)
	tail      = regexp.MustCompile(`( if )((?:input|data)\.[a-z0-9_.]+)$`)
	flags     = regexp.MustCompile(`\b(true|false)\b`)
	integers  = regexp.MustCompile(`([ (\[])(\d+)\b`)
	dates     = regexp.MustCompile(`"(\d{4}-\d{2}-\d{2})"`)
	sets      = regexp.MustCompile(`[{\[]("[^"{}\[\]]*"(?:, "[^"{}\[\]]*")+)[}\]]`)
	items     = regexp.MustCompile(`^\t+"[^"]*",$`)
)

// inLine returns the changes within one line of Rego.
func inLine(line string) []change {
	var all []change
	add := func(kind string, start, end int, to string) {
		all = append(all, change{kind, line[:start] + to + line[end:]})
	}
	for _, o := range operators {
		for at := 0; ; {
			i := strings.Index(line[at:], o.from)
			if i < 0 {
				break
			}
			add(o.kind, at+i, at+i+len(o.from), o.to)
			at += i + len(o.from)
		}
	}
	if i := strings.Index(line, "not "); i >= 0 && !strings.Contains(line[:i], `"`) {
		add("negation", i, i+4, "")
	}
	for _, pattern := range []*regexp.Regexp{statement, tail} {
		if m := pattern.FindStringSubmatchIndex(line); m != nil {
			add("negation", m[4], m[5], line[m[4]:m[5]]+" == false")
		}
	}
	for _, m := range flags.FindAllStringIndex(line, -1) {
		add("literal", m[0], m[1], map[string]string{"true": "false", "false": "true"}[line[m[0]:m[1]]])
	}
	for _, m := range integers.FindAllStringSubmatchIndex(line, -1) {
		n, _ := strconv.Atoi(line[m[4]:m[5]])
		add("literal", m[4], m[5], strconv.Itoa(n+1))
	}
	for _, m := range dates.FindAllStringSubmatchIndex(line, -1) {
		for _, step := range []int{-1, 1} {
			add("date", m[2], m[3], shifted(line[m[2]:m[3]], step))
		}
	}
	for _, m := range sets.FindAllStringSubmatchIndex(line, -1) {
		list := strings.Split(line[m[2]:m[3]], ", ")
		for i := range list {
			rest := append(append([]string{}, list[:i]...), list[i+1:]...)
			add("list item", m[2], m[3], strings.Join(rest, ", "))
		}
	}
	if items.MatchString(line) {
		all = append(all, change{"list item", ""})
	}
	return all
}

var figure = regexp.MustCompile(`(value: )(\d{4}-\d{2}-\d{2}|\d+)\}`)

// inFigure returns the changes to a figure of the law.
func inFigure(line string) []change {
	m := figure.FindStringSubmatchIndex(line)
	if m == nil {
		return nil
	}
	value := line[m[4]:m[5]]
	var all []change
	for _, step := range []int{-1, 1} {
		to := ""
		if n, err := strconv.Atoi(value); err == nil {
			to = strconv.Itoa(n + step)
		} else {
			to = shifted(value, step)
		}
		all = append(all, change{"figure", line[:m[4]] + to + line[m[5]:]})
	}
	return all
}

func shifted(date string, days int) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day.AddDate(0, 0, days).Format(time.DateOnly)
}

// droppedRules returns the file without one of its rules, for each.
func droppedRules(file string, lines []string) []mutant {
	var all []mutant
	for i := 0; i < len(lines); i++ {
		if !isRule(lines[i]) {
			continue
		}
		end := i + 1
		if strings.HasSuffix(lines[i], "{") || strings.HasSuffix(lines[i], "(") || strings.HasSuffix(lines[i], "[") {
			for end < len(lines) && !strings.HasPrefix(lines[end], "}") && !strings.HasPrefix(lines[end], ")") && !strings.HasPrefix(lines[end], "]") {
				end++
			}
			end++
		}
		changed := append(append([]string{}, lines[:i]...), lines[min(end, len(lines)):]...)
		all = append(all, mutant{File: file, Line: i + 1, Kind: "dropped rule", From: lines[i], content: strings.Join(changed, "\n")})
	}
	return all
}

func isRule(line string) bool {
	if line == "" || strings.HasPrefix(line, "package ") || strings.HasPrefix(line, "import ") {
		return false
	}
	return line[0] >= 'a' && line[0] <= 'z'
}
