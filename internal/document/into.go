package document

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// FromNode is implemented by types that read a value themselves. What is wrong
// is returned; the path is that of the value, for messages.
type FromNode interface {
	FromNode(n *Node, path Path) Problems
}

// Unmarshal reads a file that holds one document into what a pointer points to, as
// [Into] does. The extension of the name tells the format; without one the
// content does. Its error is [Problems].
func Unmarshal(name string, content []byte, into any) error {
	root, err := One(name, content)
	if err != nil {
		return err
	}
	return Into(root, into).Sorted().Err()
}

// One reads a file that holds one document. Its error is [Problems].
func One(name string, content []byte) (*Node, error) {
	documents, problems := Parse(name, content, FormatOf(name))
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	if len(documents) != 1 {
		return nil, Problems{{Position: Position{File: name}, Message: "expected one document"}}
	}
	return documents[0].Root, nil
}

// Into puts a value into what a pointer points to: structs, whose fields go by
// their yaml tag or by their name in small letters, maps, lists, text, numbers,
// booleans, any, as [Node.Value] gives it, a *Node, which keeps the place, and
// [FromNode]. It is strict: a key that no field has is a problem, and so is a
// value of another kind than the field's. What is null or not there stays as it
// was.
func Into(n *Node, into any) Problems {
	r := intoReader{}
	r.value(n, reflect.ValueOf(into).Elem(), nil)
	return r.problems
}

type intoReader struct{ problems Problems }

func (r *intoReader) add(at Position, path Path, message, hint string) {
	r.problems = append(r.problems, Problem{Position: at, Pointer: path.Pointer(), Message: message, Hint: hint})
}

// mismatch says that a value is of another kind than expected.
func (r *intoReader) mismatch(n *Node, path Path, expected, hint string) {
	r.add(n.Position, path, fmt.Sprintf("%s is %s; expected %s", path.Subject(), n.Show(), expected), hint)
}

var nodeType = reflect.TypeFor[*Node]()

func (r *intoReader) value(n *Node, v reflect.Value, path Path) {
	if v.CanAddr() {
		if own, ok := v.Addr().Interface().(FromNode); ok {
			r.problems = append(r.problems, own.FromNode(n, path)...)
			return
		}
	}
	if v.Type() == nodeType {
		v.Set(reflect.ValueOf(n))
		return
	}
	if n.Kind == Null {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(v.Type().Elem())
		r.value(n, fresh.Elem(), path)
		v.Set(fresh)
	case reflect.Interface:
		v.Set(reflect.ValueOf(n.Value()))
	case reflect.Struct:
		r.object(n, v, path)
	case reflect.Map:
		r.mapping(n, v, path)
	case reflect.Slice:
		r.list(n, v, path)
	default:
		r.scalar(n, v, path)
	}
}

func (r *intoReader) object(n *Node, v reflect.Value, path Path) {
	if n.Kind != Object {
		r.mismatch(n, path, "keys with their values", "")
		return
	}
	fields := fieldsOf(v.Type())
	for _, member := range n.Members {
		at := path.With(member.Key)
		index, ok := fields[member.Key]
		if !ok {
			r.unknown(member, at, sortedKeys(fields))
			continue
		}
		r.value(member.Value, v.Field(index), at)
	}
}

func (r *intoReader) unknown(member Member, path Path, known []string) {
	hint := cmp.Or(DidYouMean(member.Key, known), "known here: "+strings.Join(known, ", "))
	r.add(member.KeyPosition, path, "unknown key "+path.String(), hint)
}

func (r *intoReader) mapping(n *Node, v reflect.Value, path Path) {
	if n.Kind != Object {
		r.mismatch(n, path, "names with their values", "")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, member := range n.Members {
		value := reflect.New(v.Type().Elem()).Elem()
		r.value(member.Value, value, path.With(member.Key))
		v.SetMapIndex(reflect.ValueOf(member.Key).Convert(v.Type().Key()), value)
	}
}

func (r *intoReader) list(n *Node, v reflect.Value, path Path) {
	if n.Kind != Array {
		r.mismatch(n, path, "a list", "begin each element on a line of its own, with a dash before it")
		return
	}
	list := reflect.MakeSlice(v.Type(), len(n.Elements), len(n.Elements))
	for i, element := range n.Elements {
		r.value(element, list.Index(i), path.With(i))
	}
	v.Set(list)
}

func (r *intoReader) scalar(n *Node, v reflect.Value, path Path) {
	kind := v.Kind()
	switch {
	case kind == reflect.String && n.Kind == String:
		v.SetString(n.Text)
	case kind == reflect.String:
		hint := ""
		if n.Kind == Number || n.Kind == Bool {
			hint = "put it in quotes"
		}
		r.mismatch(n, path, "text", hint)
	case kind == reflect.Bool && n.Kind == Bool:
		v.SetBool(n.Bool)
	case kind == reflect.Bool:
		r.mismatch(n, path, "true or false", "")
	case v.CanInt():
		whole, err := strconv.ParseInt(n.Text, 10, v.Type().Bits())
		if n.Kind != Number || err != nil {
			r.mismatch(n, path, "a whole number", "")
			return
		}
		v.SetInt(whole)
	case v.CanFloat():
		number, err := strconv.ParseFloat(n.Text, v.Type().Bits())
		if n.Kind != Number || err != nil {
			r.mismatch(n, path, "a number", "")
			return
		}
		v.SetFloat(number)
	default:
		panic("document: no file can hold a " + v.Type().String())
	}
}

// fieldsOf returns the indexes of the fields of a struct by their names in files.
func fieldsOf(t reflect.Type) map[string]int {
	fields := map[string]int{}
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		switch {
		case !field.IsExported() || name == "-":
		case name != "":
			fields[name] = i
		default:
			fields[strings.ToLower(field.Name)] = i
		}
	}
	return fields
}

func sortedKeys(fields map[string]int) []string {
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
