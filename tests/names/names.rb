# frozen_string_literal: true

# Prints the methods without a receiver and the constants that each file uses and that neither the
# file, its libraries nor Sinatra defines, a line `file: name` each.

require 'ripper'
require 'sinatra/base'

CALLS = %i[vcall fcall command].freeze
OWNERS = [Sinatra::Base, Class, Module, Object].freeze

def method_known?(name)
  given = OWNERS.any? { |owner| owner.method_defined?(name) || owner.private_method_defined?(name) }
  given || Sinatra::Base.respond_to?(name, true)
end

# Calls the block with each node of the tree.
def walk(node, &block)
  return unless node.is_a?(Array)

  yield node
  node.each { |child| walk(child, &block) }
end

def symbols(tree)
  names = []
  walk(tree) { |node| names << node[1][1] if node[0] == :symbol }
  names
end

def declared(tree)
  names = []
  walk(tree) do |node|
    case node
    in [:def | :const_ref, [:@ident | :@const, name, *], *] then names << name
    in [:var_field, [:@const, name, *]] then names << name
    in [:method_add_arg, [:call, [:var_ref, [:@const, 'Struct' | 'Data', *]], *], members] then names.concat(symbols(members))
    else next
    end
  end
  names
end

def used(tree)
  methods = []
  constants = []
  walk(tree) do |node|
    case node
    in [:vcall | :fcall | :command, [:@ident, name, *], *] then methods << name
    in [:var_ref, [:@const, name, *]] then constants << name
    else next
    end
  end
  [methods.uniq, constants.uniq]
end

ARGV.each do |file|
  source = File.read(file)
  source.scan(/^require '([^']+)'$/) { |(library)| require library unless library == 'sinatra' }
  tree = Ripper.sexp(source) or abort "#{file}: not Ruby"
  methods, constants = used(tree)
  methods.reject! { |name| method_known?(name.to_sym) }
  constants.reject! { |name| Object.const_defined?(name) }
  (methods + constants - declared(tree)).each { |name| puts "#{file}: #{name}" }
end
